package org.kith.directory.organisations;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.kith.directory.checking.Known;
import org.kith.directory.checking.Lookups;
import org.kith.directory.organisations.domain.IdentifyOrganisation;
import org.kith.directory.organisations.domain.Organisation;
import org.kith.directory.organisations.domain.OrganisationDecider;
import org.kith.directory.organisations.domain.OrganisationEvent;
import org.kith.directory.organisations.domain.OrganisationRejection;
import org.kith.directory.reading.Registers;
import org.kith.eventstore.CommandHandler;
import org.kith.eventstore.Companions;
import org.kith.eventstore.EventStore;
import org.kith.eventstore.Outcome;
import org.kith.eventstore.UuidV7;
import org.kith.web.caller.Callers;
import org.kith.web.caller.Role;
import org.kith.web.command.Answers;
import org.kith.web.command.Asked;
import org.kith.web.command.Asking;
import org.kith.web.command.Commands;
import org.kith.web.paging.Page;
import org.kith.web.paging.PageAsked;

@Path("/api/organisations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class OrganisationsResource {
    private final CommandHandler<IdentifyOrganisation, Organisation, OrganisationEvent> organisations;
    private final Commands commands;
    private final Asking asking;
    private final Callers callers;
    private final Lookups lookups;
    private final Registers registers;

    OrganisationsResource(
            EventStore store, Commands commands, Asking asking, Callers callers, Lookups lookups, Registers registers) {
        this.organisations = new CommandHandler<>(store, new Organisations(), new OrganisationDecider());
        this.commands = commands;
        this.asking = asking;
        this.callers = callers;
        this.lookups = lookups;
        this.registers = registers;
    }

    /** Records an organisation that delivers something in an area; 409 when one of that name is known there. */
    @POST
    @APIResponse(responseCode = "201", description = "Recorded and durable; Location names it")
    @RolesAllowed({Role.WORKER, Role.COORDINATOR, Role.PROGRAMME_MANAGER})
    @Operation(operationId = "identifyOrganisation", summary = "Record an organisation identified in an area")
    public Uni<Response> identify(OrganisationRequest request) {
        var asked = asking.asked();
        return lookups.of(request.programme(), OrganisationRequest.KINDS, OrganisationRequest.DELIVERS)
                .chain(known -> identify(request, known, asked));
    }

    private Uni<Response> identify(OrganisationRequest request, Known known, Asked asked) {
        var id = UuidV7.at(asked.now());
        var command = request.command(id, known, asked);
        Companions<Organisation> rows = (state, version, events) -> {
            var all = new ArrayList<>(Organisations.show(id.toString(), state, version, events.size()));
            all.add(Organisations.claim(id.toString(), command.programme(), command.area(), command.name()));
            return all;
        };
        var answering = Answers.<Organisation>created("/api/organisations/" + id, id.toString());
        return organisations
                .create(organisations.family().stream(id), command, asked.context(), commands.companions(asked, rows, answering))
                .map(OrganisationsResource::refuseKnownName)
                .chain(outcome -> commands.respond(asked, outcome, answering));
    }

    private static Outcome<Organisation> refuseKnownName(Outcome<Organisation> outcome) {
        return outcome instanceof Outcome.ClaimTaken<Organisation>(var table) && table.equals(Organisations.NAMES)
                ? new Outcome.Rejected<>(OrganisationRejection.ALREADY_IDENTIFIED)
                : outcome;
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Role.WORKER, Role.COORDINATOR, Role.FUNDER, Role.PROGRAMME_MANAGER, Role.ANALYST, Role.ADMINISTRATOR})
    @Operation(operationId = "getOrganisation", summary = "An organisation")
    public Uni<RestResponse<OrganisationView>> organisation(@PathParam("id") String id) {
        return registers.find(OrganisationRow.class, id, callers.current()).map(Registers::answer);
    }

    @GET
    @RolesAllowed({Role.WORKER, Role.COORDINATOR, Role.FUNDER, Role.PROGRAMME_MANAGER, Role.ANALYST, Role.ADMINISTRATOR})
    @Operation(operationId = "listOrganisations", summary = "Organisations")
    public Uni<Page<OrganisationView>> list(@QueryParam("after") @Nullable String after, @QueryParam("limit") @Nullable String limit) {
        return registers.where(OrganisationRow.class, "programme", callers.current().programmes(), PageAsked.read(after, limit));
    }
}
