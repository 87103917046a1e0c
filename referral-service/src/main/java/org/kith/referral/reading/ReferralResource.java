package org.kith.referral.reading;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.kith.eventstore.CommandHandler;
import org.kith.referral.domain.Referral;
import org.kith.referral.domain.ReferralCommand;
import org.kith.referral.domain.ReferralFact;
import org.kith.referral.storage.History;
import org.kith.referral.storage.ReferralView;
import org.kith.referral.storage.SealedContent;
import org.kith.vault.Access;
import org.kith.vault.VaultStore;
import org.kith.web.caller.Caller;
import org.kith.web.caller.Role;
import org.kith.web.command.Asked;
import org.kith.web.command.Asking;
import org.kith.web.precondition.ETags;

/** One referral, read back. */
@Path("/api/referrals/{id}")
@Tag(name = "referrals")
@Produces(MediaType.APPLICATION_JSON)
public final class ReferralResource {
    /** Who refers sees what they sent; who supports the person sees whom they support. Others see the referral alone. */
    private static final List<String> SEE_THE_PERSON = List.of(Role.REFERRER, Role.WORKER, Role.COORDINATOR);

    /** Who referred is told how far the referral has come; what was done with the person is between them and who supports them. */
    private static final List<String> SEE_THE_COURSE = List.of(Role.WORKER, Role.COORDINATOR);

    private final Referrals referrals;
    private final VaultStore vault;
    private final History history;
    private final CommandHandler<ReferralCommand, Referral, ReferralFact> handler;
    private final Asking asking;

    ReferralResource(
            Referrals referrals, VaultStore vault, History history, CommandHandler<ReferralCommand, Referral, ReferralFact> handler, Asking asking) {
        this.referrals = referrals;
        this.vault = vault;
        this.history = history;
        this.handler = handler;
        this.asking = asking;
    }

    @GET
    @RolesAllowed({Role.REFERRER, Role.WORKER, Role.COORDINATOR, Role.PROGRAMME_MANAGER, Role.STEWARD})
    @Operation(operationId = "readReferral", summary = "A referral as it stands", description = "Every read of personal data is audited.")
    @APIResponse(responseCode = "200", description = "The referral; ETag is what If-Match of the next step is to be")
    @APIResponse(responseCode = "404", description = "There is none that you may see")
    public Uni<RestResponse<ReferralAnswer>> read(@PathParam("id") UUID id) {
        var asked = asking.asked();
        return referrals.seenBy(asked.caller(), id)
                .chain(view -> answer(view, asked).map(answer -> RestResponse.ResponseBuilder.ok(answer).header("ETag", ETags.of(view.version)).build()));
    }

    private Uni<ReferralAnswer> answer(ReferralView view, Asked asked) {
        var caller = asked.caller();
        if (SEE_THE_PERSON.stream().noneMatch(caller::is)) return Uni.createFrom().item(ReferralAnswer.of(view, asked.now(), null, null, null));
        return vault.keyFor(access(view, caller, asked.correlationId())).chain(key -> {
            var content = key.map(open -> SealedContent.open(open, view.referral, view.sealed)).orElse(null);
            if (SEE_THE_COURSE.stream().noneMatch(caller::is)) return Uni.createFrom().item(ReferralAnswer.of(view, asked.now(), content, null, null));
            return history.of(view.referral).map(steps -> ReferralAnswer.of(
                    view, asked.now(), content, CourseAnswer.of(steps.stream().map(this::fact).toList()),
                    steps.stream().map(step -> StepAnswer.of(step, key.orElse(null))).toList()));
        });
    }

    private ReferralFact fact(History.Entry step) {
        return handler.family().codec().decode(step.type(), step.schemaVersion(), step.data());
    }

    private static Access access(ReferralView view, Caller caller, UUID correlationId) {
        return new Access(view.person, "referral/" + view.referral, caller.subject(), caller.organisation(), correlationId);
    }
}
