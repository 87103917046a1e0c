package org.kith.directory.reading;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Collection;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.resteasy.reactive.RestResponse;
import org.kith.web.caller.Caller;
import org.kith.web.paging.Page;
import org.kith.web.paging.PageAsked;
import org.kith.web.precondition.ETags;
import org.kith.web.problem.Problems;

/** Every register is read in the same ways; what is not there, or not the caller's to see, is a 404. */
@Singleton
public final class Registers {
    private final Mutiny.SessionFactory sessions;

    Registers(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    public <R extends RegisterRow<?>> Uni<R> find(Class<R> rows, String id) {
        return sessions.withSession(session -> session.find(rows, id)).map(row -> {
            if (row == null) throw Problems.notFound();
            return row;
        });
    }

    public <R extends ProgrammesRow<?>> Uni<R> find(Class<R> rows, String id, Caller caller) {
        return find(rows, id).map(row -> {
            if (!caller.mayUse(row.programme())) throw Problems.notFound();
            return row;
        });
    }

    public <V, R extends RegisterRow<V>> Uni<Page<V>> all(Class<R> rows, PageAsked page) {
        return sessions.withSession(session -> session
                .createSelectionQuery("from " + rows.getSimpleName() + " where id > :after order by id", rows)
                .setParameter("after", page.after())
                .setMaxResults(page.fetch())
                .getResultList())
                .map(found -> page.page(found, RegisterRow::view, RegisterRow::id));
    }

    /** @param field of the row, never anything that was sent; {@code values} those that it may have */
    public <V, R extends RegisterRow<V>> Uni<Page<V>> where(Class<R> rows, String field, Collection<String> values, PageAsked page) {
        return sessions.withSession(session -> session
                .createSelectionQuery("from " + rows.getSimpleName() + " where " + field + " in :values and id > :after order by id", rows)
                .setParameter("values", values)
                .setParameter("after", page.after())
                .setMaxResults(page.fetch())
                .getResultList())
                .map(found -> page.page(found, RegisterRow::view, RegisterRow::id));
    }

    /** The row's view under its entity tag. */
    public static <V> RestResponse<V> answer(VersionedRow<V> row) {
        return RestResponse.ResponseBuilder.ok(row.view()).header(HttpHeaders.ETAG, ETags.of(row.version())).build();
    }
}
