package org.kith.referral.steps;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import java.util.function.Function;
import org.kith.eventstore.CommandHandler;
import org.kith.referral.domain.Referral;
import org.kith.referral.domain.ReferralCommand;
import org.kith.referral.domain.ReferralFact;
import org.kith.referral.reading.Referrals;
import org.kith.referral.storage.ReferralView;
import org.kith.referral.storage.Tables;
import org.kith.web.command.Answer;
import org.kith.web.command.Asked;
import org.kith.web.command.Commands;

/** Takes one step with a referral. */
@Singleton
public final class Steps {
    private final Referrals referrals;
    private final CommandHandler<ReferralCommand, Referral, ReferralFact> handler;
    private final Commands commands;

    Steps(Referrals referrals, CommandHandler<ReferralCommand, Referral, ReferralFact> handler, Commands commands) {
        this.referrals = referrals;
        this.handler = handler;
        this.commands = commands;
    }

    /**
     * @param command made of the referral as it stands; each leads to one event
     * @return 200 with the referral's phase; fails with a problem: 404 not the caller's to see, 409 not possible now, 412 stale
     */
    public Uni<Response> take(UUID referral, Asked asked, Function<ReferralView, ReferralCommand> command) {
        return referrals.seenBy(asked.caller(), referral).chain(view -> commands.handle(
                handler, handler.family().stream(referral), command.apply(view), asked,
                (state, version, _) -> Tables.progress((Referral.Known) state, version),
                (state, version, _) -> Answer.done(version, body((Referral.Known) state))));
    }

    private static String body(Referral.Known state) {
        return "{\"id\":\"%s\",\"phase\":\"%s\"}".formatted(state.particulars().referral(), state.phase().code());
    }
}
