package org.kith.referral.allocating;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.kith.eventstore.CommandHandler;
import org.kith.eventstore.Outcome;
import org.kith.referral.domain.Referral;
import org.kith.referral.domain.ReferralCommand;
import org.kith.referral.domain.ReferralCommand.HandOver;
import org.kith.referral.domain.ReferralFact;
import org.kith.referral.domain.WorkerInPost;
import org.kith.referral.steps.StepRows;
import org.kith.web.command.Asked;

/**
 * Gives all that a worker has to others. Each referral is a commit of its own: whatever interrupts it, what was handed over is with its new
 * worker, and asking again goes on with the rest.
 */
@Singleton
final class HandingOver {
    static final int MOST = 1_000;

    private final Caseloads caseloads;
    private final CommandHandler<ReferralCommand, Referral, ReferralFact> handler;

    HandingOver(Caseloads caseloads, CommandHandler<ReferralCommand, Referral, ReferralFact> handler) {
        this.caseloads = caseloads;
        this.handler = handler;
    }

    /** @param code why it stays where it is */
    record Left(UUID referral, String code) {}

    /** @param to each referral's next worker, by how many of them each got */
    record Result(int handedOver, Map<String, Integer> to, List<Left> left) {}

    /** @param toWhom may take a referral of an area, given what everybody has by then */
    Uni<Result> run(Asked asked, String worker, String programme, String reason, Instant at, ToWhom toWhom) {
        return caseloads.open(programme).chain(open -> caseloads.of(worker, programme, MOST).chain(held -> {
            var counted = new Counted(open);
            return Multi.createFrom().iterable(held)
                    .onItem().transformToUniAndConcatenate(one -> handOver(asked, one, new HandOver(worker, toWhom.of(one.area(), counted.open), reason, at))
                            .invoke(outcome -> counted.note(one, outcome)))
                    .collect().last().map(_ -> counted.result());
        }));
    }

    interface ToWhom {
        List<WorkerInPost> of(String area, Map<String, Integer> caseloads);
    }

    private Uni<Outcome<Referral>> handOver(Asked asked, Caseloads.Held held, HandOver command) {
        return handler.handle(handler.family().stream(held.referral()), command, asked.context(),
                new StepRows(asked.caller().subject(), asked.now(), null, null));
    }

    /** What everybody has, as it is handed over one by one. */
    private static final class Counted {
        private final Map<String, Integer> open;
        private final Map<String, Integer> to = new TreeMap<>();
        private final List<Left> left = new ArrayList<>();
        private int handedOver;

        Counted(Map<String, Integer> open) {
            this.open = open;
        }

        void note(Caseloads.Held held, Outcome<Referral> outcome) {
            switch (outcome) {
                case Outcome.Appended<Referral>(var state, _, _) when state instanceof Referral.Allocated now -> {
                    handedOver++;
                    open.merge(now.worker(), 1, Integer::sum);
                    to.merge(now.worker(), 1, Integer::sum);
                }
                case Outcome.Rejected<Referral>(var rejection) -> left.add(new Left(held.referral(), rejection.code()));
                default -> left.add(new Left(held.referral(), "changed-meanwhile"));
            }
        }

        Result result() {
            return new Result(handedOver, to, left);
        }
    }
}
