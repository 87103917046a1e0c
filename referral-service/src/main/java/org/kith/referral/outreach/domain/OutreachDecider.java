package org.kith.referral.outreach.domain;

import static org.kith.decider.Decision.accept;
import static org.kith.decider.Decision.reject;

import java.util.ArrayList;
import org.kith.decider.Decider;
import org.kith.decider.Decision;
import org.kith.referral.outreach.domain.Outreach.InError;
import org.kith.referral.outreach.domain.Outreach.Known;
import org.kith.referral.outreach.domain.Outreach.NotRecorded;
import org.kith.referral.outreach.domain.Outreach.OnRecord;
import org.kith.referral.outreach.domain.OutreachCommand.EnterInError;
import org.kith.referral.outreach.domain.OutreachCommand.RecordOutreach;

/** An entry is recorded once, with a fact of its own for each gap noticed, and may be said to be an error once. */
public final class OutreachDecider implements Decider<OutreachCommand, Outreach, OutreachFact> {

    @Override
    public Outreach initial() {
        return new NotRecorded();
    }

    @Override
    public Decision<OutreachFact> decide(OutreachCommand command, Outreach state) {
        return switch (command) {
            case RecordOutreach c -> state instanceof NotRecorded ? recorded(c) : reject(OutreachRejection.ALREADY_RECORDED);
            case EnterInError c -> switch (state) {
                case NotRecorded _ -> reject(OutreachRejection.NOT_RECORDED);
                case OnRecord _ -> accept(new OutreachFact.EnteredInError(c.reason(), c.voids(), c.at()));
                case InError _ -> reject(OutreachRejection.ALREADY_IN_ERROR);
            };
        };
    }

    private static Decision<OutreachFact> recorded(RecordOutreach c) {
        var facts = new ArrayList<OutreachFact>();
        facts.add(switch (c.content()) {
            case Content.FirstContact form -> new OutreachFact.FormCompleted(c.where(), form, c.person(), c.at());
            case Content.Enquiry enquiry -> new OutreachFact.EnquiryAnswered(c.where(), enquiry, c.at());
            case Content.Guide guide -> new OutreachFact.GuidePublished(c.where(), guide, c.at());
        });
        c.content().gaps().forEach(gap -> facts.add(new OutreachFact.GapNoticed(gap, c.at())));
        return accept(facts);
    }

    @Override
    public Outreach evolve(Outreach state, OutreachFact fact) {
        return switch (fact) {
            case OutreachFact.Recorded e -> new OnRecord(e.where(), e.content(), e.occurredAt());
            case OutreachFact.GapNoticed _ -> state;
            case OutreachFact.EnteredInError e -> {
                if (!(state instanceof Known known)) throw new IllegalStateException("the stream does not begin with its entry");
                yield new InError(known.where(), known.content(), known.occurredAt(), e.reason());
            }
        };
    }
}
