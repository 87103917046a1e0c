package org.kith.volunteer.assuring;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.kith.volunteer.storage.CheckRow;
import org.kith.volunteer.storage.VolunteerRow;
import org.kith.web.caller.Role;
import org.kith.web.checking.Shapes;
import org.kith.web.command.Asking;
import org.kith.web.problem.Invalid;

@Path("/api/volunteers")
@Produces(MediaType.APPLICATION_JSON)
public class ChecksDueResource {
    private static final int USUAL_DAYS = 90;
    private static final int USUAL = 50;
    private static final int MOST = 200;
    private static final String DUE = """
            select c, v from CheckRow c join VolunteerRow v on v.id = c.volunteer
            where v.programme in :mine and c.renewBy <= :by and %s order by c.renewBy, c.volunteer, c.kind""".formatted(CheckRow.HOLDS);

    private final Asking asking;
    private final Mutiny.SessionFactory sessions;

    ChecksDueResource(Asking asking, Mutiny.SessionFactory sessions) {
        this.asking = asking;
        this.sessions = sessions;
    }

    @GET
    @Path("checks-due")
    @RolesAllowed({Role.COORDINATOR, Role.PROGRAMME_MANAGER})
    @Operation(operationId = "listChecksDue", summary = "Checks of volunteers that have to be renewed", description = "Of your programmes, the soonest first, those that have ended already among them.")
    public Uni<ChecksDue> due(@QueryParam("by") @Nullable String by, @QueryParam("limit") @Nullable String limit) {
        var asked = asking.asked();
        var invalid = new Invalid();
        var sent = by == null || by.isBlank() ? null : Shapes.day(invalid, "by", by);
        int most = invalid.wholeNumber("limit", limit, 1, MOST, USUAL);
        invalid.throwIfAny();
        var day = sent == null ? LocalDate.ofInstant(asked.now(), Shapes.LONDON).plusDays(USUAL_DAYS) : sent;
        return sessions.withSession(session -> session.createSelectionQuery(DUE, Object[].class)
                .setParameter("mine", asked.caller().programmes())
                .setParameter("by", day)
                .setMaxResults(most + 1)
                .getResultList())
                .map(rows -> new ChecksDue(rows.stream().limit(most).map(ChecksDueResource::item).toList(), rows.size() > most));
    }

    private static ChecksDue.DueCheck item(Object[] row) {
        var check = (CheckRow) row[0];
        var volunteer = (VolunteerRow) row[1];
        return new ChecksDue.DueCheck(
                volunteer.id, volunteer.programme, volunteer.area, check.kind, Objects.requireNonNull(check.renewBy, "asked for by it"), volunteer.regulatedRoles);
    }
}
