package org.kith.directory.programmes;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.kith.directory.programmes.domain.Programme;
import org.kith.directory.programmes.domain.ProgrammeDecider;
import org.kith.directory.programmes.domain.ProgrammeEvent;
import org.kith.directory.programmes.domain.SetUpProgramme;
import org.kith.directory.reading.Registers;
import org.kith.eventstore.CommandHandler;
import org.kith.eventstore.EventStore;
import org.kith.web.caller.Callers;
import org.kith.web.caller.Role;
import org.kith.web.command.Answers;
import org.kith.web.command.Asking;
import org.kith.web.command.Commands;
import org.kith.web.paging.Page;
import org.kith.web.paging.PageAsked;
import org.kith.web.problem.Problems;

@Path("/api/programmes")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ProgrammesResource {
    private final CommandHandler<SetUpProgramme, Programme, ProgrammeEvent> programmes;
    private final Commands commands;
    private final Asking asking;
    private final Callers callers;
    private final Registers registers;

    ProgrammesResource(EventStore store, Commands commands, Asking asking, Callers callers, Registers registers) {
        this.programmes = new CommandHandler<>(store, new Programmes(), new ProgrammeDecider());
        this.commands = commands;
        this.asking = asking;
        this.callers = callers;
        this.registers = registers;
    }

    /** Sets up a programme, or changes it; the same content again changes nothing. */
    @PUT
    @APIResponse(responseCode = "200", description = "Already so, or changed to it")
    @APIResponse(responseCode = "201", description = "Known from now on; Location names it")
    @Path("{id}")
    @RolesAllowed(Role.ADMINISTRATOR)
    @Operation(operationId = "setUpProgramme", summary = "Set up a programme and its areas")
    public Uni<Response> setUp(@PathParam("id") String id, ProgrammeRequest request) {
        var asked = asking.asked();
        var command = request.command(id, asked.now());
        asked.caller().mustUse(id);
        return commands.handle(
                programmes,
                programmes.family().stream(id),
                command,
                asked,
                (state, version, events) -> Programmes.show(id, state, version, events.size()),
                Answers.put("/api/programmes/" + id, id));
    }

    @GET
    @Path("{id}")
    @RolesAllowed({
            Role.REFERRER, Role.WORKER, Role.COORDINATOR, Role.FUNDER, Role.PROGRAMME_MANAGER, Role.ANALYST, Role.STEWARD, Role.ADMINISTRATOR
    })
    @Operation(operationId = "getProgramme", summary = "A programme and its areas")
    public Uni<RestResponse<ProgrammeView>> programme(@PathParam("id") String id) {
        if (!callers.current().mayUse(id)) throw Problems.notFound();
        return registers.find(ProgrammeRow.class, id).map(Registers::answer);
    }

    @GET
    @RolesAllowed({
            Role.REFERRER, Role.WORKER, Role.COORDINATOR, Role.FUNDER, Role.PROGRAMME_MANAGER, Role.ANALYST, Role.STEWARD, Role.ADMINISTRATOR
    })
    @Operation(operationId = "listProgrammes", summary = "Programmes that the caller takes part in")
    public Uni<Page<ProgrammeView>> list(@QueryParam("after") @Nullable String after, @QueryParam("limit") @Nullable String limit) {
        return registers.where(ProgrammeRow.class, "id", callers.current().programmes(), PageAsked.read(after, limit));
    }
}
