package org.kith.directory.funding;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.kith.directory.groups.GroupRow;
import org.kith.directory.organisations.OrganisationRow;

/** Who may be granted money: organisations and groups that the directory knows. */
@Singleton
final class Recipients {
    private final Mutiny.SessionFactory sessions;

    Recipients(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    /** The recipient's name; empty when the programme has none of that id, which is as it was sent. */
    Uni<Optional<String>> name(String programme, String id) {
        if (id.indexOf('\0') >= 0) return Uni.createFrom().item(Optional.empty());
        return sessions.withSession(session -> session.find(OrganisationRow.class, id)
                .chain(organisation -> organisation != null
                        ? Uni.createFrom().item(named(programme, organisation.programme(), organisation.name()))
                        : session.find(GroupRow.class, id)
                                .map(group -> group == null ? Optional.<String>empty() : named(programme, group.programme(), group.name()))));
    }

    private static Optional<String> named(String programme, String recipients, String name) {
        return programme.equals(recipients) ? Optional.of(name) : Optional.empty();
    }
}
