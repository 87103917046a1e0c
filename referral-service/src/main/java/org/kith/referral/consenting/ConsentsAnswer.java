package org.kith.referral.consenting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kith.referral.domain.ConsentFact;
import org.kith.referral.domain.Consents;

/**
 * A person's consents as of a moment.
 *
 * @param items what was said until then, in the order in which it was recorded
 * @param standing what holds of it then: a purpose or recipient that is not named goes by the wider one
 */
@Schema(name = "Consents")
public record ConsentsAnswer(Instant asOf, List<ConsentStatement> items, List<Standing> standing) {

    @Schema(name = "StandingConsent")
    public record Standing(UUID referral, @Nullable String purpose, @Nullable String recipient, boolean given) {}

    static ConsentsAnswer asOf(Instant moment, List<ConsentStatement> all) {
        var until = all.stream().filter(one -> !one.at().isAfter(moment)).toList();
        var byReferral = new LinkedHashMap<UUID, Consents>();
        for (var one : until) byReferral.merge(one.referral(), Consents.AS_REFERRED.and(fact(one)), (before, _) -> before.and(fact(one)));
        var standing = new ArrayList<Standing>();
        byReferral.forEach((referral, consents) -> {
            standing.add(new Standing(referral, null, null, consents.allow(null, null)));
            consents.said().forEach((scope, given) -> {
                if (scope.purpose() != null) standing.add(new Standing(referral, scope.purpose(), scope.recipient(), given));
            });
        });
        return new ConsentsAnswer(moment, until, standing);
    }

    private static ConsentFact fact(ConsentStatement one) {
        return one.given()
                ? new ConsentFact.Given(one.how(), one.purpose(), one.recipient(), one.by(), one.at())
                : new ConsentFact.Withdrawn(one.how(), one.purpose(), one.recipient(), one.by(), one.at());
    }
}
