package org.kith.referral.safeguarding.domain;

import static org.kith.decider.Decision.accept;
import static org.kith.decider.Decision.reject;

import java.util.List;
import java.util.stream.Stream;
import org.kith.decider.Decider;
import org.kith.decider.Decision;
import org.kith.referral.safeguarding.domain.ConcernCommand.Acknowledge;
import org.kith.referral.safeguarding.domain.ConcernCommand.Act;
import org.kith.referral.safeguarding.domain.ConcernCommand.Raise;
import org.kith.referral.safeguarding.domain.ConcernCommand.Remind;

/** Raised → acknowledged by somebody else, in time or not → acted on, as often as need be. */
public final class ConcernDecider implements Decider<ConcernCommand, Concern, ConcernFact> {
    @Override
    public Concern initial() {
        return new Concern.NotRaised();
    }

    @Override
    public Decision<ConcernFact> decide(ConcernCommand command, Concern state) {
        return switch (state) {
            case Concern.NotRaised _ -> command instanceof Raise c
                    ? accept(new ConcernFact.Raised(c.about(), c.kind(), c.by(), c.at()))
                    : reject(ConcernRejection.NOT_RAISED);
            case Concern.Raised raised -> raised(command, raised);
        };
    }

    private static Decision<ConcernFact> raised(ConcernCommand command, Concern.Raised state) {
        return switch (command) {
            case Raise _ -> reject(ConcernRejection.ALREADY_RAISED);
            case Acknowledge _ when state.acknowledged() -> reject(ConcernRejection.ALREADY_ACKNOWLEDGED);
            case Acknowledge c when c.by().equals(state.raisedBy()) -> reject(ConcernRejection.NOT_BY_WHO_RAISED_IT);
            case Acknowledge c -> accept(new ConcernFact.Acknowledged(c.by(), !state.overdue(), c.at()));
            case Act c -> state.acknowledged() ? accept(new ConcernFact.ActedOn(c.action(), c.at())) : reject(ConcernRejection.NOT_ACKNOWLEDGED);
            case Remind _ when state.acknowledged() -> reject(ConcernRejection.ALREADY_ACKNOWLEDGED);
            case Remind _ when state.overdue() -> reject(ConcernRejection.ALREADY_OVERDUE);
            case Remind c -> accept(new ConcernFact.Overdue(c.at()));
        };
    }

    @Override
    public Concern evolve(Concern state, ConcernFact fact) {
        return switch (state) {
            case Concern.NotRaised _ -> fact instanceof ConcernFact.Raised e
                    ? new Concern.Raised(e.about(), e.kind(), e.by(), e.occurredAt(), false, null, List.of())
                    : state;
            case Concern.Raised s -> switch (fact) {
                case ConcernFact.Raised _ -> s;
                case ConcernFact.Acknowledged e -> new Concern.Raised(
                        s.about(), s.kind(), s.raisedBy(), s.raisedAt(), s.overdue(), new Concern.Acknowledgement(e.by(), e.occurredAt()), s.actions());
                case ConcernFact.ActedOn e -> new Concern.Raised(
                        s.about(), s.kind(), s.raisedBy(), s.raisedAt(), s.overdue(), s.acknowledgement(),
                        Stream.concat(s.actions().stream(), Stream.of(e.action())).toList());
                case ConcernFact.Overdue _ -> new Concern.Raised(
                        s.about(), s.kind(), s.raisedBy(), s.raisedAt(), true, s.acknowledgement(), s.actions());
            };
        };
    }
}
