package org.kith.referral.profile;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.kith.eventstore.UuidV7;
import org.kith.referral.people.KnownPeople;
import org.kith.vault.Access;
import org.kith.vault.VaultStore;
import org.kith.web.command.Asked;
import org.kith.web.precondition.ETags;
import org.kith.web.problem.Problems;

/** Reads and says facts about people whom one of the caller's programmes knows. */
@Singleton
final class Profile {
    private final KnownPeople people;
    private final Facts facts;
    private final VaultStore vault;

    Profile(KnownPeople people, Facts facts, VaultStore vault) {
        this.people = people;
        this.facts = facts;
        this.vault = vault;
    }

    /** @return the fact as it was last said, its version as ETag; 0 where nobody said anything yet */
    <T> Uni<RestResponse<T>> read(FactKind<T> kind, UUID person, Asked asked) {
        var caller = asked.caller();
        var access = new Access(person, "person/" + person + "/" + kind.name(), caller.subject(), caller.organisation(), asked.correlationId());
        return people.seenBy(caller, person).chain(() -> vault.keyFor(access)).chain(key -> {
            if (key.isEmpty()) throw Problems.notFound();
            return facts.latest(person, kind.name()).map(said -> RestResponse.ResponseBuilder
                    .ok(said.map(one -> kind.json().open(key.get(), one.id(), one.sealed())).orElse(kind.none()))
                    .header("ETag", ETags.of(said.map(Facts.Said::version).orElse(0L)))
                    .build());
        });
    }

    /** @param asked with an If-Match */
    <T> Uni<Response> say(FactKind<T> kind, UUID person, T fact, Asked asked) {
        var caller = asked.caller();
        return people.seenBy(caller, person).chain(() -> facts.latest(person, kind.name())).chain(latest -> {
            long version = latest.map(Facts.Said::version).orElse(0L);
            if (!asked.ifMatch().allows(version)) throw Problems.stale();
            return vault.key(person).chain(key -> {
                var id = UuidV7.at(asked.now());
                var sealed = kind.json().seal(key.orElseThrow(Facts::erased), id, fact);
                return facts.add(person, new Facts.Said(id, kind.name(), version + 1, sealed, asked.now(), caller.subject(), caller.organisation()));
            }).replaceWith(() -> Response.noContent().header("ETag", ETags.of(version + 1)).build());
        });
    }
}
