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
import org.kith.referral.reading.Disclosure.Disclosed;
import org.kith.referral.storage.History;
import org.kith.web.caller.Role;
import org.kith.web.command.Asked;
import org.kith.web.command.Asking;
import org.kith.web.precondition.ETags;

/** One referral, read back. */
@Path("/api/referrals/{id}")
@Tag(name = "referrals")
@Produces(MediaType.APPLICATION_JSON)
public final class ReferralResource {
    /** Who referred is told how far the referral has come; what was done with the person is between them and who supports them. */
    private static final List<String> SEE_THE_COURSE = List.of(Role.WORKER, Role.COORDINATOR);

    private final Disclosure disclosure;
    private final History history;
    private final CommandHandler<ReferralCommand, Referral, ReferralFact> handler;
    private final Asking asking;

    ReferralResource(
            Disclosure disclosure, History history, CommandHandler<ReferralCommand, Referral, ReferralFact> handler, Asking asking) {
        this.disclosure = disclosure;
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
        return disclosure.of(id, asked).chain(disclosed -> answer(disclosed, asked)
                .map(answer -> RestResponse.ResponseBuilder.ok(answer).header("ETag", ETags.of(disclosed.view().version)).build()));
    }

    private Uni<ReferralAnswer> answer(Disclosed disclosed, Asked asked) {
        var view = disclosed.view();
        if (SEE_THE_COURSE.stream().noneMatch(asked.caller()::is))
            return Uni.createFrom().item(ReferralAnswer.of(view, asked.now(), disclosed.content(), null, null));
        return history.of(view.referral).map(steps -> ReferralAnswer.of(
                view, asked.now(), disclosed.content(), CourseAnswer.of(steps.stream().map(this::fact).toList()),
                steps.stream().map(step -> StepAnswer.of(step, disclosed.key())).toList()));
    }

    private ReferralFact fact(History.Entry step) {
        return handler.family().codec().decode(step.type(), step.schemaVersion(), step.data());
    }
}
