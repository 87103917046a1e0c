package org.kith.directory.storage;

import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;
import org.kith.directory.codelists.CodeLists;
import org.kith.directory.funding.Funds;
import org.kith.directory.groups.Groups;
import org.kith.directory.organisations.Organisations;
import org.kith.directory.partners.Partners;
import org.kith.directory.posts.Posts;
import org.kith.directory.practices.Practices;
import org.kith.directory.programmes.Programmes;
import org.kith.eventstore.CompanionTable;
import org.kith.eventstore.EventStore;
import org.kith.eventstore.RegisterTable;
import org.kith.web.idempotency.IdempotencyKeys;

/** The event store with every table whose rows go into the commit of events. */
@Singleton
class DirectoryStore {

    @Produces
    @Singleton
    EventStore open(Vertx vertx, Pool pool) {
        return EventStore.on(vertx, pool).companions(companions()).build();
    }

    void close(@Disposes EventStore store) {
        store.close();
    }

    private static List<CompanionTable> companions() {
        var registers = Stream.of(
                Programmes.REGISTER, CodeLists.REGISTER, Practices.REGISTER, Organisations.REGISTER, Groups.REGISTER,
                Funds.REGISTER, Posts.REGISTER, Partners.REGISTER)
                .map(RegisterTable::companions)
                .flatMap(List::stream);
        return Stream.concat(
                Stream.of(IdempotencyKeys.TABLE, Organisations.NAMES, Groups.SUPPORTS, Funds.GRANTS, Partners.CODES), registers)
                .toList();
    }
}
