package org.kith.volunteer.training;

import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kith.reference.Reference;
import org.kith.volunteer.domain.CertificateNumber;
import org.kith.volunteer.domain.ModuleKind;
import org.kith.volunteer.domain.VolunteerCommand.CompleteModule;
import org.kith.web.checking.Shapes;
import org.kith.web.command.Asked;
import org.kith.web.problem.Invalid;

/** A module that a volunteer completed. */
@Schema(requiredProperties = "kind")
public record ModuleRequest(
        @Schema(description = "Code list 'training-module'; may be left out where the kind is one module", examples = "first-aid") @Nullable String module,
        @Schema(description = "Code list 'module-kind'", examples = "needs-led") @Nullable String kind,
        @Schema(format = "date-time", description = "When it was completed; left out: now", examples = "2026-03-02T10:15:30Z") @Nullable String occurredAt) {

    /** @throws org.kith.web.problem.ProblemException 422 naming every field at fault */
    CompleteModule command(CertificateNumber number, Reference reference, Asked asked) {
        var invalid = new Invalid();
        var sent = invalid.required("kind", kind, 64);
        var what = sent == null ? null : ModuleKind.of(sent).filter(k -> reference.hasCode("module-kind", k.code())).orElse(null);
        if (sent != null && what == null) invalid.add("kind", "unknown-code", "Not a code of the list 'module-kind'.");
        var which = module == null && what != null && isOneModule(what) ? what.code() : invalid.required("module", module, 64);
        if (which != null)
            invalid.check(reference.hasCode("training-module", which), "module", "unknown-code", "Not a code of the list 'training-module'.");
        boolean fits = which == null || what == null || !isOneModule(what) || which.equals(what.code());
        invalid.check(fits, "module", "another-kind", "This kind is one module, of the same name.");
        var at = Shapes.occurredAt(invalid, "occurredAt", occurredAt, asked.now());
        invalid.throwIfAny();
        return new CompleteModule(Objects.requireNonNull(which), Objects.requireNonNull(what), at, number, asked.now());
    }

    private static boolean isOneModule(ModuleKind kind) {
        return switch (kind) {
            case RSPH_LEVEL_1, MECC, MENTAL_HEALTH_AWARENESS -> true;
            case NEEDS_LED, ONLINE_PACKAGE -> false;
        };
    }
}
