package org.kith.directory.posts;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.kith.directory.checking.Lookups;
import org.kith.directory.posts.domain.Post;
import org.kith.directory.posts.domain.PostCommand.EndAbsence;
import org.kith.directory.posts.domain.PostCommand.VacatePost;
import org.kith.directory.posts.domain.PostCommand;
import org.kith.directory.posts.domain.PostDecider;
import org.kith.directory.posts.domain.PostEvent;
import org.kith.directory.reading.Registers;
import org.kith.eventstore.CommandHandler;
import org.kith.eventstore.EventStore;
import org.kith.web.caller.Caller;
import org.kith.web.caller.Callers;
import org.kith.web.caller.Role;
import org.kith.web.checking.Shapes;
import org.kith.web.command.Answers;
import org.kith.web.command.Asked;
import org.kith.web.command.Asking;
import org.kith.web.command.Commands;
import org.kith.web.paging.Page;
import org.kith.web.paging.PageAsked;
import org.kith.web.problem.Invalid;

@Path("/api/posts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PostsResource {
    private final CommandHandler<PostCommand, Post, PostEvent> posts;
    private final Commands commands;
    private final Asking asking;
    private final Callers callers;
    private final Lookups lookups;
    private final Registers registers;

    PostsResource(
            EventStore store, Commands commands, Asking asking, Callers callers, Lookups lookups, Registers registers) {
        this.posts = new CommandHandler<>(store, new Posts(), new PostDecider());
        this.commands = commands;
        this.asking = asking;
        this.callers = callers;
        this.lookups = lookups;
        this.registers = registers;
    }

    /** Sets up a post, or changes its hours and areas from today; the same content again changes nothing. */
    @PUT
    @APIResponse(responseCode = "200", description = "Already so, or changed to it")
    @APIResponse(responseCode = "201", description = "Known from now on; Location names it")
    @Path("{id}")
    @RolesAllowed(Role.ADMINISTRATOR)
    @Operation(operationId = "setUpPost", summary = "Set up a post")
    public Uni<Response> setUp(@PathParam("id") String id, PostRequest request) {
        var asked = asking.asked();
        return lookups.of(request.programme(), PostRequest.ROLES, PostRequest.REASONS)
                .chain(known -> command(id, request.command(id, known, asked), asked));
    }

    /** The holder is given no new referrals meanwhile; told again, it replaces what was told before. */
    @PUT
    @APIResponse(responseCode = "200", description = "Already so, or changed to it")
    @APIResponse(responseCode = "201", description = "Known from now on; Location names it")
    @Path("{id}/absence")
    @RolesAllowed({Role.COORDINATOR, Role.ADMINISTRATOR})
    @Operation(operationId = "noteAbsence", summary = "Say when the holder of a post is away")
    public Uni<Response> away(@PathParam("id") String id, AbsenceRequest request) {
        var asked = asking.asked();
        return visible(id, asked.caller()).chain(() -> command(id, request.command(asked), asked));
    }

    /** @param on the first day back */
    @DELETE
    @Path("{id}/absence")
    @RolesAllowed({Role.COORDINATOR, Role.ADMINISTRATOR})
    @Operation(operationId = "endAbsence", summary = "Say from which day the holder of a post is back")
    public Uni<Response> back(@PathParam("id") String id, @QueryParam("on") @Nullable String on) {
        var asked = asking.asked();
        var invalid = new Invalid();
        var day = Shapes.day(invalid, "on", on);
        invalid.throwIfAny();
        return visible(id, asked.caller()).chain(() -> command(id, new EndAbsence(Objects.requireNonNull(day), asked.now()), asked));
    }

    /** Fills a post; whoever is in it leaves on the day before. The same holder from the same day again changes nothing. */
    @PUT
    @APIResponse(responseCode = "200", description = "Already so, or changed to it")
    @APIResponse(responseCode = "201", description = "Known from now on; Location names it")
    @Path("{id}/holder")
    @RolesAllowed(Role.ADMINISTRATOR)
    @Operation(operationId = "fillPost", summary = "Fill a post")
    public Uni<Response> fill(@PathParam("id") String id, HolderRequest request) {
        var asked = asking.asked();
        return visible(id, asked.caller()).chain(() -> command(id, request.command(asked), asked));
    }

    /** @param until the last day in the post */
    @DELETE
    @Path("{id}/holder")
    @RolesAllowed(Role.ADMINISTRATOR)
    @Operation(operationId = "vacatePost", summary = "End the holder's time in a post")
    public Uni<Response> vacate(@PathParam("id") String id, @QueryParam("until") @Nullable String until) {
        var asked = asking.asked();
        var invalid = new Invalid();
        var day = Shapes.day(invalid, "until", until);
        invalid.throwIfAny();
        return visible(id, asked.caller()).chain(() -> command(id, new VacatePost(Objects.requireNonNull(day), asked.now()), asked));
    }

    private Uni<Response> command(String id, PostCommand command, Asked asked) {
        return commands.handle(
                posts,
                posts.family().stream(id),
                command,
                asked,
                (state, version, events) -> Posts.show(id, state, version, events.size()),
                Answers.put("/api/posts/" + id, id));
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Role.WORKER, Role.COORDINATOR, Role.FUNDER, Role.PROGRAMME_MANAGER, Role.ANALYST, Role.ADMINISTRATOR})
    @Operation(operationId = "getPost", summary = "A post and its holder")
    public Uni<RestResponse<PostView>> post(@PathParam("id") String id) {
        return visible(id, callers.current()).map(Registers::answer);
    }

    @GET
    @RolesAllowed({Role.WORKER, Role.COORDINATOR, Role.FUNDER, Role.PROGRAMME_MANAGER, Role.ANALYST, Role.ADMINISTRATOR})
    @Operation(operationId = "listPosts", summary = "Posts")
    public Uni<Page<PostView>> list(@QueryParam("after") @Nullable String after, @QueryParam("limit") @Nullable String limit) {
        return registers.where(PostRow.class, "programme", callers.current().programmes(), PageAsked.read(after, limit));
    }

    private Uni<PostRow> visible(String id, Caller caller) {
        return registers.find(PostRow.class, id, caller);
    }
}
