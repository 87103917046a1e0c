package org.kith.referral.notifying;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kith.web.caller.Caller;
import org.kith.web.caller.Role;
import org.kith.web.command.Asked;
import org.kith.web.precondition.IfMatch;
import org.kith.web.problem.FieldError;
import org.kith.web.problem.Problems;

/** Endpoints for who may see and change them: their organisation, and administrators. */
@Singleton
final class Endpoints {
    private static final String ACTIVE = "active";
    private static final String DELETED = "deleted";

    private final EndpointStore store;
    private final EndpointSecrets secrets;
    private final NotifyingSettings settings;
    private final Vertx vertx;

    Endpoints(EndpointStore store, EndpointSecrets secrets, NotifyingSettings settings, Vertx vertx) {
        this.store = store;
        this.secrets = secrets;
        this.settings = settings;
        this.vertx = vertx;
    }

    /** @param registered whether it is new, and shows its secret */
    record Put(boolean registered, Endpoint endpoint) {}

    /** @return fails with a problem: 404 another's, 409 deleted or too many, 412 stale, 422 not valid */
    Uni<Put> put(UUID id, EndpointRequest sent, Asked asked) {
        var checked = sent.check(asked.caller(), settings.privateAddresses());
        var url = checked.destination().url().toString();
        var wanted = new Endpoint(id, checked.organisation(), url, checked.kinds(), checked.format(), ACTIVE, asked.now(), 1, null);
        return reachable(checked.destination())
                .chain(() -> store.find(id))
                .chain(found -> found == null ? room(checked.organisation(), asked) : Uni.createFrom().voidItem())
                .chain(() -> store.add(wanted, asked.caller().subject()))
                .chain(added -> added
                        ? Uni.createFrom().item(new Put(true, wanted.with(secrets.of(id, 1))))
                        : store.change(id, asked.caller().subject(), replaced(wanted, asked)).map(changed -> new Put(false, changed)));
    }

    Uni<Endpoint> rotate(UUID id, int overlapSeconds, Asked asked) {
        return store.rotate(id, asked.caller().subject(), overlapSeconds, found -> current(found, asked))
                .chain(generation -> get(id, asked.caller()).map(endpoint -> endpoint.with(secrets.of(id, generation))));
    }

    Uni<Endpoint> get(UUID id, Caller caller) {
        return store.find(id).map(found -> seen(found, caller));
    }

    Uni<List<Endpoint>> list(Caller caller, @Nullable UUID after, int most) {
        return store.list(whose(caller), after, most);
    }

    Uni<Void> delete(UUID id, Asked asked) {
        return store.delete(id, asked.caller().subject(), found -> current(found, asked));
    }

    /** Null: everybody's. */
    static @Nullable String whose(Caller caller) {
        if (caller.is(Role.ADMINISTRATOR)) return null;
        if (caller.organisation() == null) throw Problems.forbidden("Your account belongs to no organisation.");
        return caller.organisation();
    }

    private Uni<Void> reachable(Destination destination) {
        return Uni.createFrom().completionStage(() -> vertx.executeBlocking(destination::resolve, false).toCompletionStage()).invoke(address -> {
            if (address == null) throw Problems.invalid(List.of(new FieldError("url", "not-public", EndpointRequest.NOT_PUBLIC)));
        }).replaceWithVoid();
    }

    /** An If-Match can match nothing where nothing is. */
    private Uni<Void> room(String organisation, Asked asked) {
        if (!(asked.ifMatch() instanceof IfMatch.Absent)) throw Problems.stale();
        return store.count(organisation).invoke(count -> {
            if (count >= settings.endpoints()) throw Problems.conflict("too-many-endpoints", "An organisation has at most " + settings.endpoints() + ".");
        }).replaceWithVoid();
    }

    private static Function<@Nullable Endpoint, Endpoint> replaced(Endpoint wanted, Asked asked) {
        return found -> {
            var before = current(found, asked);
            if (!before.organisation().equals(wanted.organisation()))
                throw Problems.invalid(List.of(new FieldError("organisation", "another", "It stays the organisation that it was registered for.")));
            return new Endpoint(before.id(), before.organisation(), wanted.url(), wanted.kinds(), wanted.format(), ACTIVE, before.registeredAt(), before.version(), null);
        };
    }

    /** As the caller may change it now. */
    private static Endpoint current(@Nullable Endpoint found, Asked asked) {
        var endpoint = seen(found, asked.caller());
        if (endpoint.state().equals(DELETED)) throw Problems.conflict("endpoint-deleted", "It was deleted: register another.");
        if (!asked.ifMatch().allows(endpoint.version())) throw Problems.stale();
        return endpoint;
    }

    private static Endpoint seen(@Nullable Endpoint found, Caller caller) {
        var whose = whose(caller);
        if (found == null || whose != null && !whose.equals(found.organisation())) throw Problems.notFound();
        return found;
    }
}
