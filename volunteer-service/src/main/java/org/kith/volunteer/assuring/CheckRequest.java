package org.kith.volunteer.assuring;

import java.time.LocalDate;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kith.reference.Reference;
import org.kith.volunteer.domain.Check;
import org.kith.volunteer.domain.CheckKind;
import org.kith.volunteer.domain.VolunteerCommand.RecordCheck;
import org.kith.web.checking.Shapes;
import org.kith.web.command.Asked;
import org.kith.web.problem.Invalid;

/** A check that somebody saw and found good. There is no field for what stands in it. */
@Schema(requiredProperties = {"kind", "evidence", "issuedOn"})
public record CheckRequest(
        @Schema(description = "Code list 'check-kind', or 'check-kind-scotland' in a programme of Scotland", examples = "dbs-enhanced-barred-adults") @Nullable String kind,
        @Schema(description = "What was seen, in which a check of this kind can be: code list 'check-evidence', or 'check-evidence-scotland'", examples = "certificate") @Nullable String evidence,
        @Schema(format = "date", description = "When it was issued, or the membership began or was renewed", examples = "2026-02-20") @Nullable String issuedOn,
        @Schema(format = "date", description = "When it was seen; left out: today", examples = "2026-03-02") @Nullable String checkedOn,
        @Schema(format = "date", description = "The last day on which it holds, where the programme sets one; of the PVG scheme at most, and left out, five years after issuedOn", examples = "2029-02-20") @Nullable String renewBy) {

    /** @throws org.kith.web.problem.ProblemException 422 naming every field at fault */
    RecordCheck command(String programme, Reference reference, Asked asked) {
        var invalid = new Invalid();
        var what = coded(invalid, reference, programme, "kind", "check-kind", kind);
        var known = what == null ? null : CheckKind.of(what).orElse(null);
        if (what != null) invalid.check(known != null, "kind", "unsupported", "What this kind of check lets somebody do is not known.");
        var seen = coded(invalid, reference, programme, "evidence", "check-evidence", evidence);
        if (known != null && seen != null) invalid.check(known.canBeSeenIn(seen), "evidence", "not-of-this-kind", "A check of this kind is not seen in that.");
        var issued = Shapes.pastDay(invalid, "issuedOn", issuedOn, asked.now());
        var today = LocalDate.ofInstant(asked.now(), Shapes.LONDON);
        var checked = checkedOn == null ? today : Shapes.pastDay(invalid, "checkedOn", checkedOn, asked.now());
        if (issued != null && checked != null) invalid.check(!checked.isBefore(issued), "checkedOn", "before-issued", "Nobody can have seen it before it was issued.");
        var until = renewal(invalid, known, issued);
        invalid.throwIfAny();
        var day = Objects.requireNonNull(checked);
        return new RecordCheck(
                new Check(Objects.requireNonNull(known), Objects.requireNonNull(seen), Objects.requireNonNull(issued), day, until),
                day.atStartOfDay(Shapes.LONDON).toInstant());
    }

    private @Nullable LocalDate renewal(Invalid invalid, @Nullable CheckKind known, @Nullable LocalDate issued) {
        var sent = renewBy == null ? null : Shapes.day(invalid, "renewBy", renewBy);
        if (known == null || issued == null) return null;
        var last = known.lastDay(issued);
        if (sent == null) return last;
        invalid.check(sent.isAfter(issued), "renewBy", "before-issued", "This is not after it was issued.");
        invalid.check(last == null || !sent.isAfter(last), "renewBy", "too-late", "This kind of check holds until " + last + " at most.");
        return sent;
    }

    private static @Nullable String coded(Invalid invalid, Reference reference, String programme, String field, String list, @Nullable String sent) {
        var code = invalid.required(field, sent, 64);
        if (code == null) return null;
        var whose = reference.listOf(programme, list);
        return invalid.check(reference.hasCode(whose, code), field, "unknown-code", "Not a code of the list '" + whose + "'.") ? code : null;
    }
}
