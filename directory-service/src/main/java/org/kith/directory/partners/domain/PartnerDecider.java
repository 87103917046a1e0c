package org.kith.directory.partners.domain;

import static org.kith.decider.Decision.accept;
import static org.kith.decider.Decision.reject;

import org.kith.decider.Decider;
import org.kith.decider.Decision;
import org.kith.directory.partners.domain.Partner.Active;
import org.kith.directory.partners.domain.Partner.Known;
import org.kith.directory.partners.domain.Partner.Suspended;
import org.kith.directory.partners.domain.Partner.Unknown;
import org.kith.directory.partners.domain.PartnerCommand.Onboard;
import org.kith.directory.partners.domain.PartnerCommand.Resume;
import org.kith.directory.partners.domain.PartnerCommand.Rotate;
import org.kith.directory.partners.domain.PartnerCommand.Suspend;

/** Onboarded once; suspended and resumed; rotated also while suspended, which is how a leaked secret is dealt with. */
public final class PartnerDecider implements Decider<PartnerCommand, Partner, PartnerFact> {

    @Override
    public Partner initial() {
        return new Unknown();
    }

    @Override
    public Decision<PartnerFact> decide(PartnerCommand command, Partner state) {
        return switch (command) {
            case Onboard c -> state instanceof Unknown ? accept(new PartnerFact.Onboarded(c.details(), c.at())) : reject(PartnerRejection.ALREADY_ONBOARDED);
            case Suspend c -> switch (state) {
                case Unknown _ -> reject(PartnerRejection.UNKNOWN);
                case Active _ -> accept(new PartnerFact.Suspended(c.reason(), c.at()));
                case Suspended _ -> reject(PartnerRejection.ALREADY_SUSPENDED);
            };
            case Resume c -> switch (state) {
                case Unknown _ -> reject(PartnerRejection.UNKNOWN);
                case Active _ -> reject(PartnerRejection.NOT_SUSPENDED);
                case Suspended _ -> accept(new PartnerFact.Resumed(c.at()));
            };
            case Rotate c -> state instanceof Known known
                    ? accept(new PartnerFact.Rotated(known.credentials().generation() + 1, c.previousUntil(), c.at()))
                    : reject(PartnerRejection.UNKNOWN);
        };
    }

    @Override
    public Partner evolve(Partner state, PartnerFact fact) {
        return switch (fact) {
            case PartnerFact.Onboarded e -> new Active(e.details(), Credentials.FIRST);
            case PartnerFact.Suspended e -> new Suspended(known(state).details(), known(state).credentials(), e.reason());
            case PartnerFact.Resumed _ -> new Active(known(state).details(), known(state).credentials());
            case PartnerFact.Rotated e -> {
                var credentials = new Credentials(e.generation(), e.previousUntil());
                yield switch (known(state)) {
                    case Active s -> new Active(s.details(), credentials);
                    case Suspended s -> new Suspended(s.details(), credentials, s.reason());
                };
            }
        };
    }

    private static Known known(Partner state) {
        if (state instanceof Known known) return known;
        throw new IllegalStateException("the stream does not begin with its onboarding");
    }
}
