package org.kith.referral.sessions;

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
import org.kith.referral.sessions.domain.HoldSession;
import org.kith.referral.sessions.domain.SessionFact;
import org.kith.referral.sessions.domain.SupportSession;
import org.kith.web.caller.Callers;
import org.kith.web.caller.Role;
import org.kith.web.command.Answers;
import org.kith.web.command.Asking;
import org.kith.web.command.Commands;
import org.kith.web.problem.Problems;

/** Sessions of support for several people at once. */
@Path("/api/support-sessions")
@Tag(name = "referrals")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class SessionsResource {
    private final CommandHandler<HoldSession, SupportSession, SessionFact> handler;
    private final Commands commands;
    private final Asking asking;
    private final Callers callers;
    private final ReferenceCopy reference;
    private final Sessions sessions;

    SessionsResource(
            CommandHandler<HoldSession, SupportSession, SessionFact> handler, Commands commands, Asking asking, Callers callers, ReferenceCopy reference,
            Sessions sessions) {
        this.handler = handler;
        this.commands = commands;
        this.asking = asking;
        this.callers = callers;
        this.reference = reference;
        this.sessions = sessions;
    }

    @POST
    @RolesAllowed({Role.WORKER, Role.COORDINATOR})
    @Operation(operationId = "recordSupportSession", summary = "A session was held for several people, who are counted and not named")
    @APIResponse(responseCode = "201", description = "Recorded and durable; Location names it")
    public Uni<Response> hold(SessionRequest request) {
        var asked = asking.asked();
        var id = UuidV7.at(asked.now());
        var command = request.check(id, reference.current(), asked);
        return commands.create(
                handler, handler.family().stream(id), command, asked,
                (state, _, _) -> state instanceof SupportSession.Held(var held) ? List.of(Sessions.row(held)) : List.of(),
                Answers.created("/api/support-sessions/" + id, id.toString()));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.WORKER, Role.COORDINATOR, Role.PROGRAMME_MANAGER, Role.ANALYST})
    @Operation(operationId = "readSupportSession", summary = "A session of support as it was held")
    @APIResponse(responseCode = "200", description = "The session")
    @APIResponse(responseCode = "404", description = "There is none that you may see")
    public Uni<SessionView> read(@PathParam("id") UUID id) {
        var caller = callers.current();
        return sessions.find(id).map(found -> found.filter(session -> caller.mayUse(session.programme())).orElseThrow(Problems::notFound));
    }
}
