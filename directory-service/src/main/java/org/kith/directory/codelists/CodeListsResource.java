package org.kith.directory.codelists;

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
import org.kith.directory.codelists.domain.CodeList;
import org.kith.directory.codelists.domain.CodeListDecider;
import org.kith.directory.codelists.domain.CodeListEvent;
import org.kith.directory.codelists.domain.PublishCodeList;
import org.kith.directory.reading.Registers;
import org.kith.eventstore.CommandHandler;
import org.kith.eventstore.EventStore;
import org.kith.web.caller.Role;
import org.kith.web.command.Answers;
import org.kith.web.command.Asking;
import org.kith.web.command.Commands;
import org.kith.web.paging.Page;
import org.kith.web.paging.PageAsked;

@Path("/api/code-lists")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CodeListsResource {
    private final CommandHandler<PublishCodeList, CodeList, CodeListEvent> lists;
    private final Commands commands;
    private final Asking asking;
    private final Registers registers;

    CodeListsResource(EventStore store, Commands commands, Asking asking, Registers registers) {
        this.lists = new CommandHandler<>(store, new CodeLists(), new CodeListDecider());
        this.commands = commands;
        this.asking = asking;
        this.registers = registers;
    }

    /** Publishes a version of a list whole; the same content again changes nothing. */
    @PUT
    @APIResponse(responseCode = "200", description = "Already so, or changed to it")
    @APIResponse(responseCode = "201", description = "Known from now on; Location names it")
    @Path("{list}")
    @RolesAllowed(Role.ADMINISTRATOR)
    @Operation(operationId = "publishCodeList", summary = "Publish a version of a code list")
    public Uni<Response> publish(@PathParam("list") String list, CodeListRequest request) {
        var asked = asking.asked();
        var command = request.command(list, asked.now());
        return commands.handle(
                lists,
                lists.family().stream(list),
                command,
                asked,
                (state, version, events) -> CodeLists.show(list, state, version, events.size()),
                Answers.put("/api/code-lists/" + list, list));
    }

    @GET
    @Path("{list}")
    @RolesAllowed({
            Role.REFERRER, Role.WORKER, Role.COORDINATOR, Role.FUNDER, Role.PROGRAMME_MANAGER, Role.ANALYST, Role.STEWARD, Role.ADMINISTRATOR
    })
    @Operation(operationId = "getCodeList", summary = "A code list")
    public Uni<RestResponse<CodeListView>> list(@PathParam("list") String list) {
        return registers.find(CodeListRow.class, list).map(Registers::answer);
    }

    @GET
    @RolesAllowed({
            Role.REFERRER, Role.WORKER, Role.COORDINATOR, Role.FUNDER, Role.PROGRAMME_MANAGER, Role.ANALYST, Role.STEWARD, Role.ADMINISTRATOR
    })
    @Operation(operationId = "listCodeLists", summary = "Code lists")
    public Uni<Page<CodeListView>> lists(@QueryParam("after") @Nullable String after, @QueryParam("limit") @Nullable String limit) {
        return registers.all(CodeListRow.class, PageAsked.read(after, limit));
    }
}
