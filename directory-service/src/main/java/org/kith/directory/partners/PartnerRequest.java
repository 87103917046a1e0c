package org.kith.directory.partners;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kith.directory.partners.domain.Access;
import org.kith.directory.partners.domain.PartnerCommand.Onboard;
import org.kith.directory.partners.domain.PartnerDetails;
import org.kith.directory.partners.domain.PartnerKind;
import org.kith.web.checking.Shapes;
import org.kith.web.command.Asked;
import org.kith.web.problem.Invalid;

/** A partner to be let in. */
@Schema(requiredProperties = {"kind", "name", "access"})
public record PartnerRequest(
        @Schema(description = "'system' for a partner organisation's system, 'practice' for a practice's webhook door", examples = "system") @Nullable String kind,
        @Schema(description = "At most 200 characters", examples = "Example Care Records") @Nullable String name,
        @Schema(description = "Of a system: code of the organisation that it speaks for, at most 32 characters", examples = "example-care") @Nullable String organisation,
        @Schema(description = "Of a practice: its code, which must be known") @Nullable String practice,
        @Schema(description = "Programmes to which it may refer, at least one") @Nullable List<@Nullable AccessRequest> access) {
    private static final int MOST = 50;

    @Schema(requiredProperties = "programme")
    public record AccessRequest(
            @Schema(description = "Id of the programme", examples = "norfolk-living-well") @Nullable String programme,
            @Schema(description = "Codes of its areas; left out: all of them", examples = "[\"swaffham\"]") @Nullable List<@Nullable String> areas) {}

    Set<String> programmes(Set<String> among) {
        var named = new HashSet<String>();
        for (var one : listed()) if (one != null && one.programme() != null && among.contains(one.programme())) named.add(one.programme());
        return named;
    }

    /**
     * @param areas by programme, of those that exist and the caller takes part in
     * @param practiceKnown whether there is a practice of the code that was sent
     * @throws org.kith.web.problem.ProblemException 422 naming every field at fault
     */
    Onboard command(UUID id, Map<String, Set<String>> areas, boolean practiceKnown, Asked asked) {
        var invalid = new Invalid();
        var what = kind == null ? null : PartnerKind.of(kind).orElse(null);
        invalid.check(what != null, "kind", "unknown-code", "'system' or 'practice'.");
        var called = invalid.required("name", name, 200);
        var code = what == null ? null : code(invalid, what, practiceKnown);
        var allowed = access(invalid, areas);
        invalid.throwIfAny();
        return new Onboard(
                new PartnerDetails(
                        id.toString(), Objects.requireNonNull(what), Objects.requireNonNull(called), Objects.requireNonNull(code), List.copyOf(allowed)),
                asked.now());
    }

    private @Nullable String code(Invalid invalid, PartnerKind what, boolean practiceKnown) {
        boolean system = what == PartnerKind.SYSTEM;
        invalid.check(!system || practice == null, "practice", "not-of-a-system", "A system speaks for an organisation.");
        invalid.check(system || organisation == null, "organisation", "not-of-a-practice", "A practice speaks for itself.");
        if (!system) {
            var code = Shapes.code(invalid, "practice", practice);
            if (code != null) invalid.check(practiceKnown, "practice", "unknown", "There is no such practice.");
            return code;
        }
        var code = Shapes.slug(invalid, "organisation", organisation);
        return code == null || invalid.check(code.length() <= 32, "organisation", "too-long", "At most 32 characters.") ? code : null;
    }

    private List<Access> access(Invalid invalid, Map<String, Set<String>> areas) {
        var checked = new ArrayList<Access>();
        var listed = listed();
        if (listed.isEmpty()) invalid.add("access", "required", "At least one programme.");
        if (!invalid.check(listed.size() <= MOST, "access", "size", "At most " + MOST + ".")) return checked;
        for (int i = 0; i < listed.size(); i++) {
            var one = listed.get(i);
            var field = "access[" + i + "]";
            if (!invalid.check(one != null, field, "required", "This is required.")) continue;
            var programme = Shapes.slug(invalid, field + ".programme", one.programme());
            if (programme == null) continue;
            var known = areas.get(programme);
            if (known == null) {
                invalid.add(field + ".programme", "unknown-programme", "There is no such programme among those you take part in.");
                continue;
            }
            invalid.check(checked.stream().noneMatch(other -> other.programme().equals(programme)), field + ".programme", "twice", "Once is enough.");
            checked.add(new Access(programme, areas(invalid, field + ".areas", one.areas(), known)));
        }
        return checked;
    }

    private static List<String> areas(Invalid invalid, String field, @Nullable List<@Nullable String> sent, Set<String> known) {
        var checked = new LinkedHashSet<String>();
        if (sent == null || !invalid.check(sent.size() <= MOST, field, "size", "At most " + MOST + ".")) return List.of();
        for (int i = 0; i < sent.size(); i++) {
            var code = Shapes.code(invalid, field + "[" + i + "]", sent.get(i));
            if (code != null && invalid.check(known.contains(code), field + "[" + i + "]", "unknown-area", "The programme has no such area.")) checked.add(code);
        }
        return List.copyOf(checked);
    }

    private List<@Nullable AccessRequest> listed() {
        return access == null ? List.of() : access;
    }
}
