package org.kith.referral.engaging;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kith.eventstore.CommandHandler;
import org.kith.eventstore.UuidV7;
import org.kith.reference.ReferenceCopy;
import org.kith.referral.engaging.domain.Engage;
import org.kith.referral.engaging.domain.Engagement;
import org.kith.referral.engaging.domain.EngagementFact;
import org.kith.web.caller.Callers;
import org.kith.web.caller.Role;
import org.kith.web.command.Answers;
import org.kith.web.command.Asking;
import org.kith.web.command.Commands;
import org.kith.web.problem.Problems;

/** Work with practices' staff. */
@Path("/api/primary-care-engagements")
@Tag(name = "referrals")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class EngagementsResource {
    private final CommandHandler<Engage, Engagement, EngagementFact> handler;
    private final Commands commands;
    private final Asking asking;
    private final Callers callers;
    private final ReferenceCopy reference;
    private final Engagements engagements;

    EngagementsResource(
            CommandHandler<Engage, Engagement, EngagementFact> handler, Commands commands, Asking asking, Callers callers, ReferenceCopy reference,
            Engagements engagements) {
        this.handler = handler;
        this.commands = commands;
        this.asking = asking;
        this.callers = callers;
        this.reference = reference;
        this.engagements = engagements;
    }

    @POST
    @RolesAllowed({Role.WORKER, Role.COORDINATOR})
    @Operation(operationId = "recordPrimaryCareEngagement", summary = "A practice's staff were engaged with the programme")
    @APIResponse(responseCode = "201", description = "Recorded and durable; Location names it")
    public Uni<Response> engage(EngagementRequest request) {
        var asked = asking.asked();
        var id = UuidV7.at(asked.now());
        var command = request.check(id, reference.current(), asked);
        return commands.create(
                handler, handler.family().stream(id), command, asked,
                (state, _, _) -> state instanceof Engagement.Happened(var engaged) ? List.of(Engagements.row(engaged)) : List.of(),
                Answers.created("/api/primary-care-engagements/" + id, id.toString()));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.WORKER, Role.COORDINATOR, Role.PROGRAMME_MANAGER, Role.ANALYST})
    @Operation(operationId = "readPrimaryCareEngagement", summary = "An engagement of a practice's staff as it happened")
    @APIResponse(responseCode = "200", description = "The engagement")
    @APIResponse(responseCode = "404", description = "There is none that you may see")
    public Uni<EngagementView> read(@PathParam("id") UUID id) {
        var caller = callers.current();
        return engagements.find(id).map(found -> found.filter(one -> caller.mayUse(one.programme())).orElseThrow(Problems::notFound));
    }
}
