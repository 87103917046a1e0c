package org.kith.directory.practices;

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
import org.kith.directory.checking.Lookups;
import org.kith.directory.practices.domain.Practice;
import org.kith.directory.practices.domain.PracticeDecider;
import org.kith.directory.practices.domain.PracticeEvent;
import org.kith.directory.practices.domain.RegisterPractice;
import org.kith.directory.reading.Registers;
import org.kith.eventstore.CommandHandler;
import org.kith.eventstore.EventStore;
import org.kith.web.caller.Role;
import org.kith.web.command.Answers;
import org.kith.web.command.Asking;
import org.kith.web.command.Commands;
import org.kith.web.paging.Page;
import org.kith.web.paging.PageAsked;

@Path("/api/practices")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PracticesResource {
    private final CommandHandler<RegisterPractice, Practice, PracticeEvent> practices;
    private final Commands commands;
    private final Asking asking;
    private final Lookups lookups;
    private final Registers registers;

    PracticesResource(EventStore store, Commands commands, Asking asking, Lookups lookups, Registers registers) {
        this.practices = new CommandHandler<>(store, new Practices(), new PracticeDecider());
        this.commands = commands;
        this.asking = asking;
        this.lookups = lookups;
        this.registers = registers;
    }

    /** Registers a practice, changes its details, or adds a cluster membership; the same content again changes nothing. */
    @PUT
    @APIResponse(responseCode = "200", description = "Already so, or changed to it")
    @APIResponse(responseCode = "201", description = "Known from now on; Location names it")
    @Path("{code}")
    @RolesAllowed(Role.ADMINISTRATOR)
    @Operation(operationId = "registerPractice", summary = "Register a practice and its clusters")
    public Uni<Response> register(@PathParam("code") String code, PracticeRequest request) {
        var asked = asking.asked();
        return lookups.areas(request.programmes(asked.caller().programmes())).chain(areas -> commands.handle(
                practices,
                practices.family().stream(code),
                request.command(code, areas, asked.now()),
                asked,
                (state, version, events) -> Practices.show(code, state, version, events.size()),
                Answers.put("/api/practices/" + code, code)));
    }

    @GET
    @Path("{code}")
    @RolesAllowed({
            Role.REFERRER, Role.WORKER, Role.COORDINATOR, Role.FUNDER, Role.PROGRAMME_MANAGER, Role.ANALYST, Role.STEWARD, Role.ADMINISTRATOR
    })
    @Operation(operationId = "getPractice", summary = "A practice and the clusters it was in")
    public Uni<RestResponse<PracticeView>> practice(@PathParam("code") String code) {
        return registers.find(PracticeRow.class, code).map(Registers::answer);
    }

    @GET
    @RolesAllowed({
            Role.REFERRER, Role.WORKER, Role.COORDINATOR, Role.FUNDER, Role.PROGRAMME_MANAGER, Role.ANALYST, Role.STEWARD, Role.ADMINISTRATOR
    })
    @Operation(operationId = "listPractices", summary = "Practices")
    public Uni<Page<PracticeView>> list(@QueryParam("after") @Nullable String after, @QueryParam("limit") @Nullable String limit) {
        return registers.all(PracticeRow.class, PageAsked.read(after, limit));
    }
}
