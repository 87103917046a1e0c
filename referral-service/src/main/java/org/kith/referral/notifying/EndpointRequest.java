package org.kith.referral.notifying;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kith.web.caller.Caller;
import org.kith.web.caller.Role;
import org.kith.web.problem.Invalid;

/** An endpoint as it is asked for. */
@Schema(name = "WebhookEndpointRequest", requiredProperties = {"url", "kinds"})
record EndpointRequest(
        @Schema(description = "Where deliveries are posted: https, and an address of the public internet", examples = "https://hooks.example.org/kith") @Nullable String url,
        @Schema(description = "What to be told of: referral.accepted, referral.declined, referral.first-contact, referral.closed", examples = "[\"referral.accepted\", \"referral.closed\"]") @Nullable List<@Nullable String> kinds,
        @Schema(description = "json, or fhir for a message of FHIR R4. Left out: json", examples = "json") @Nullable String format,
        @Schema(description = "Whose referrals, as they send them: partner-one, or practice:CODE. For an administrator; others have their own", examples = "practice:KITH-NLW-07") @Nullable String organisation) {
    static final String FHIR = "fhir";
    private static final List<String> FORMATS = List.of("json", FHIR);
    private static final int MOST_ORGANISATION = 100;

    /** @param destination is good */
    record Checked(String organisation, Destination destination, List<String> kinds, String format) {}

    /** @throws org.kith.web.problem.ProblemException 422 naming every field at fault */
    Checked check(Caller caller, boolean privateAddresses) {
        var invalid = new Invalid();
        var address = invalid.required("url", url, Destination.MOST);
        var destination = address == null ? null : Destination.read(address, privateAddresses);
        if (address != null) invalid.check(destination != null, "url", "not-public", NOT_PUBLIC);
        var wanted = kinds(invalid);
        var as = format == null ? FORMATS.getFirst() : format;
        invalid.check(FORMATS.contains(as), "format", "unknown", "One of " + String.join(", ", FORMATS) + ".");
        var whose = organisation(caller, invalid);
        invalid.throwIfAny();
        return new Checked(whose, Objects.requireNonNull(destination, "no error, so there is one"), wanted, as);
    }

    static final String NOT_PUBLIC = "An https address of the public internet that can be found there, without a user's name in it.";

    private List<String> kinds(Invalid invalid) {
        var wanted = new ArrayList<String>();
        if (!invalid.check(kinds != null && !kinds.isEmpty() && kinds.size() <= NoticeKind.values().length, "kinds", "required", "One or more of " + NoticeKind.CODES + ".")
                || kinds == null)
            return wanted;
        for (int i = 0; i < kinds.size(); i++) {
            var kind = kinds.get(i);
            if (invalid.check(kind != null && NoticeKind.of(kind).isPresent(), "kinds[" + i + "]", "unknown", "One of " + NoticeKind.CODES + ".") && kind != null
                    && !wanted.contains(kind))
                wanted.add(kind);
        }
        return wanted;
    }

    private String organisation(Caller caller, Invalid invalid) {
        if (caller.is(Role.ADMINISTRATOR)) {
            var whose = invalid.required("organisation", organisation, MOST_ORGANISATION);
            return whose == null ? "" : whose;
        }
        invalid.check(organisation == null || organisation.equals(caller.organisation()), "organisation", "not-yours", "Your own organisation's, or left out.");
        invalid.check(caller.organisation() != null, "organisation", "none", "Your account belongs to no organisation.");
        return caller.organisation() == null ? "" : caller.organisation();
    }
}
