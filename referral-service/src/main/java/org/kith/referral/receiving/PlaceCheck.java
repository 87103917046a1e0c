package org.kith.referral.receiving;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kith.reference.PartnerLimits;
import org.kith.reference.Reference;
import org.kith.web.problem.Invalid;

/** Checks programme, practice and area against one another and the sender. */
final class PlaceCheck {
    private static final int CODE = 64;

    private final Reference reference;
    private final Sender sender;
    private final Invalid invalid;
    private final Optional<PartnerLimits> limits;

    PlaceCheck(Reference reference, Sender sender, Invalid invalid) {
        this.reference = reference;
        this.sender = sender;
        this.invalid = invalid;
        this.limits = reference.partner(sender.organisation());
    }

    /** Null when any of the three is absent where it is needed, or wrong; every fault is noted. */
    @Nullable
    Place place(ReferralRequest request, LocalDate on) {
        var programme = programme(request.programme());
        var practice = practice(request.practice());
        boolean practiceIsWrong = practice == null && request.practice() != null && !request.practice().isBlank();
        var area = programme == null || practiceIsWrong ? null : area(request.area(), programme, practice, on);
        if (programme == null || area == null) return null;
        boolean allowed = limits.map(partner -> partner.mayUse(programme, area)).orElse(true);
        return invalid.check(allowed, "area", "not-allowed", "You may not refer to this area.") ? new Place(programme, area, practice) : null;
    }

    private @Nullable String programme(@Nullable String sent) {
        var id = invalid.required("programme", sent, CODE);
        if (id == null) return null;
        if (!invalid.check(reference.programme(id).isPresent(), "programme", "unknown", "There is no such programme.")) return null;
        boolean allowed = sender.programmes().contains(id) && limits.map(partner -> partner.mayUse(id)).orElse(true);
        return invalid.check(allowed, "programme", "not-allowed", "You may not refer to this programme.") ? id : null;
    }

    private @Nullable String practice(@Nullable String sent) {
        var code = invalid.optional("practice", sent, CODE);
        if (sender.practice() != null) {
            boolean own = code == null || code.equals(sender.practice());
            invalid.check(own, "practice", "not-the-sender", "A practice refers its own patients only.");
            code = sender.practice();
        }
        if (code == null) return null;
        boolean known = reference.practice(code).isPresent();
        return invalid.check(known, "practice", "unknown", "There is no such practice.") ? code : null;
    }

    private @Nullable String area(@Nullable String sent, String programme, @Nullable String practice, LocalDate on) {
        var asked = invalid.optional("area", sent, CODE);
        if (asked != null && !invalid.check(reference.hasArea(programme, asked), "area", "unknown", "The programme has no such area.")) return null;
        var cluster = practice == null ? Optional.<String>empty() : reference.clusterOf(practice, programme, on);
        if (cluster.isEmpty()) return invalid.required("area", asked, CODE);
        boolean agrees = asked == null || asked.equals(cluster.get());
        return invalid.check(agrees, "area", "not-the-practice-cluster", "The practice was in another cluster on that day: leave area out.")
                ? cluster.get()
                : null;
    }
}
