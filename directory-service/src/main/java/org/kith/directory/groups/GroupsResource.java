package org.kith.directory.groups;

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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.kith.directory.checking.Known;
import org.kith.directory.checking.Lookups;
import org.kith.directory.groups.domain.Group;
import org.kith.directory.groups.domain.GroupCommand;
import org.kith.directory.groups.domain.GroupDecider;
import org.kith.directory.groups.domain.GroupEvent;
import org.kith.directory.reading.Registers;
import org.kith.eventstore.CommandHandler;
import org.kith.eventstore.Companions;
import org.kith.eventstore.EventStore;
import org.kith.eventstore.UuidV7;
import org.kith.web.caller.Caller;
import org.kith.web.caller.Callers;
import org.kith.web.caller.Role;
import org.kith.web.command.Answers;
import org.kith.web.command.Asked;
import org.kith.web.command.Asking;
import org.kith.web.command.Commands;
import org.kith.web.paging.Page;
import org.kith.web.paging.PageAsked;

@Path("/api/groups")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class GroupsResource {
    private final CommandHandler<GroupCommand, Group, GroupEvent> groups;
    private final Commands commands;
    private final Asking asking;
    private final Callers callers;
    private final Lookups lookups;
    private final Registers registers;

    GroupsResource(
            EventStore store, Commands commands, Asking asking, Callers callers, Lookups lookups, Registers registers) {
        this.groups = new CommandHandler<>(store, new Groups(), new GroupDecider());
        this.commands = commands;
        this.asking = asking;
        this.callers = callers;
        this.lookups = lookups;
        this.registers = registers;
    }

    /** Records a group, new or old: it counts on the day it was formed. */
    @POST
    @APIResponse(responseCode = "201", description = "Recorded and durable; Location names it")
    @RolesAllowed({Role.WORKER, Role.COORDINATOR, Role.PROGRAMME_MANAGER})
    @Operation(operationId = "formGroup", summary = "Record a group")
    public Uni<Response> form(GroupRequest request) {
        var asked = asking.asked();
        return lookups.of(request.programme(), GroupRequest.PROMPTS).chain(known -> {
            var id = UuidV7.at(asked.now());
            return commands.create(
                    groups,
                    groups.family().stream(id),
                    request.command(id, known, asked),
                    asked,
                    (state, version, events) -> Groups.show(id.toString(), state, version, events.size()),
                    Answers.created("/api/groups/" + id, id.toString()));
        });
    }

    /** Records support that a group was given. */
    @POST
    @APIResponse(responseCode = "201", description = "Recorded and durable; Location names it")
    @Path("{id}/support")
    @RolesAllowed({Role.WORKER, Role.COORDINATOR, Role.PROGRAMME_MANAGER})
    @Operation(operationId = "supportGroup", summary = "Record support given to a group")
    public Uni<Response> support(@PathParam("id") String id, SupportRequest request) {
        var asked = asking.asked();
        return visible(id, asked.caller())
                .chain(() -> lookups.of(null, SupportRequest.KINDS, SupportRequest.DIMENSIONS))
                .chain(known -> support(id, request, known, asked));
    }

    private Uni<Response> support(String group, SupportRequest request, Known known, Asked asked) {
        var id = UuidV7.at(asked.now());
        var command = request.command(id, known, asked);
        Companions<Group> rows = (state, version, events) -> {
            var all = new ArrayList<>(Groups.show(group, state, version, events.size()));
            all.add(Groups.SUPPORTS.row(id.toString(), group, command.kind(), command.dimension(), command.at()));
            return all;
        };
        return commands.handle(
                groups, groups.family().stream(group), command, asked, rows, Answers.created("/api/groups/" + group + "/support", id.toString()));
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Role.WORKER, Role.COORDINATOR, Role.FUNDER, Role.PROGRAMME_MANAGER, Role.ANALYST, Role.ADMINISTRATOR})
    @Operation(operationId = "getGroup", summary = "A group")
    public Uni<RestResponse<GroupView>> group(@PathParam("id") String id) {
        return visible(id, callers.current()).map(Registers::answer);
    }

    @GET
    @Path("{id}/support")
    @RolesAllowed({Role.WORKER, Role.COORDINATOR, Role.FUNDER, Role.PROGRAMME_MANAGER, Role.ANALYST, Role.ADMINISTRATOR})
    @Operation(operationId = "listGroupSupport", summary = "Support that a group was given")
    public Uni<Page<SupportView>> supports(
            @PathParam("id") String id, @QueryParam("after") @Nullable String after, @QueryParam("limit") @Nullable String limit) {
        var page = PageAsked.read(after, limit);
        return visible(id, callers.current())
                .chain(() -> registers.where(SupportRow.class, "groupId", List.of(id), page));
    }

    @GET
    @RolesAllowed({Role.WORKER, Role.COORDINATOR, Role.FUNDER, Role.PROGRAMME_MANAGER, Role.ANALYST, Role.ADMINISTRATOR})
    @Operation(operationId = "listGroups", summary = "Groups")
    public Uni<Page<GroupView>> list(@QueryParam("after") @Nullable String after, @QueryParam("limit") @Nullable String limit) {
        return registers.where(GroupRow.class, "programme", callers.current().programmes(), PageAsked.read(after, limit));
    }

    private Uni<GroupRow> visible(String id, Caller caller) {
        return registers.find(GroupRow.class, id, caller);
    }
}
