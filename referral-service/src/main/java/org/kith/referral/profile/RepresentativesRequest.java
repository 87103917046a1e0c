package org.kith.referral.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kith.referral.people.Reaching;

@Schema(name = "RepresentativesRequest", requiredProperties = "items")
public record RepresentativesRequest(
        @Schema(description = "In the order of who is asked first; empty: nobody") @Nullable List<@Nullable Item> items) {

    @Schema(name = "RepresentativeRequest", requiredProperties = "authority")
    public record Item(
            @Schema(description = "Code list 'representative-authority'", examples = "lasting-power-health") @Nullable String authority,
            @Schema(format = "uuid", description = "Their own reference, where they are known themselves") @Nullable String person,
            @Schema(maxLength = 200, description = "Required unless person is there", examples = "Wilfred Testcase") @Nullable String name,
            @Schema(maxLength = 30) @Nullable String phone,
            @Schema(maxLength = 254) @Nullable String email,
            @Schema(format = "date", description = "When the authority begins", examples = "2024-05-01") @Nullable String from,
            @Schema(format = "date", description = "The last day of the authority; absent: no end") @Nullable String until,
            @Schema(maxLength = 4000) @Nullable String note) {
        static final Item EMPTY = new Item(null, null, null, null, null, null, null, null);

        Representative checked(FactCheck check, String at, UUID of) {
            var reference = check.reference(at + "person", person);
            var called = check.line(at + "name", name);
            check.holds(called != null || reference != null, at + "name", "required", "A name, or the reference of a person.");
            check.holds(!of.equals(reference), at + "person", "the-person", "Nobody represents themselves.");
            var begins = check.day(at + "from", from);
            var ends = check.day(at + "until", until);
            check.holds(begins == null || ends == null || !ends.isBefore(begins), at + "until", "before-from", "It ends before it begins.");
            return new Representative(
                    check.code(at + "authority", "representative-authority", authority), reference, called,
                    check.matching(at + "phone", phone, 30, Reaching.PHONE, "Digits, spaces and + ( ) . / - only."),
                    check.matching(at + "email", email, 254, Reaching.EMAIL, "An address as name@example.org."), begins, ends, check.note(at + "note", note));
        }

        @Override
        public String toString() {
            return "Item[…]";
        }
    }

    /** @param of the person who is represented */
    Representatives checked(FactCheck check, UUID of) {
        check.holds(items != null, "items", "required", "This is required; empty where there is nobody.");
        if (items == null || !check.few("items", items)) return Representatives.NONE;
        var checked = new ArrayList<Representative>();
        for (int i = 0; i < items.size(); i++) {
            var item = items.get(i);
            checked.add((item == null ? Item.EMPTY : item).checked(check, "items[" + i + "].", of));
        }
        return new Representatives(List.copyOf(checked));
    }

    @Override
    public String toString() {
        return "RepresentativesRequest[…]";
    }
}
