package org.kith.web;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.kith.eventstore.CommandHandler;
import org.kith.eventstore.EventStore;
import org.kith.web.caller.Role;
import org.kith.web.command.Answer;
import org.kith.web.command.Asked;
import org.kith.web.command.Asking;
import org.kith.web.command.Commands;
import org.kith.web.idempotency.IdempotencyKeys;

@Path("/api/tallies")
@RolesAllowed(Role.REFERRER)
@Singleton
public class TallyResource {
    public record NewTally(String name) {}

    private final Asking asking;
    private final Commands commands;
    private final CommandHandler<Tally.Command, Integer, Tally.Event> handler;

    TallyResource(Asking asking, Commands commands, Vertx vertx, Pool pool) {
        this.asking = asking;
        this.commands = commands;
        EventStore store = EventStore.on(vertx, pool).companions(IdempotencyKeys.TABLE).build();
        this.handler = new CommandHandler<>(store, Tally.FAMILY, new Tally());
    }

    @POST
    public Uni<Response> open(NewTally tally) {
        Asked asked = asking.asked();
        UUID id = UUID.randomUUID();
        return commands.create(handler, Tally.FAMILY.stream(id), new Tally.Open(asked.now()), asked,
                (_, version, _) -> Answer.created("/api/tallies/" + id, version, "{\"id\":\"" + id + "\"}"));
    }

    @POST
    @Path("/{id}/count")
    public Uni<Response> count(@PathParam("id") UUID id) {
        return count(id, asking.asked());
    }

    @POST
    @Path("/{id}/count-carefully")
    public Uni<Response> countCarefully(@PathParam("id") UUID id) {
        return count(id, asking.asked().mustMatch());
    }

    private Uni<Response> count(UUID id, Asked asked) {
        return commands.handle(handler, Tally.FAMILY.stream(id), new Tally.Count(asked.now()), asked,
                (state, version, _) -> Answer.done(version, "{\"count\":" + state + "}"));
    }
}
