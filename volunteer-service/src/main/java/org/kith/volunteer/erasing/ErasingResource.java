package org.kith.volunteer.erasing;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.hibernate.reactive.mutiny.Mutiny;
import org.kith.vault.Access;
import org.kith.volunteer.storage.DetailsRow;
import org.kith.volunteer.storage.VolunteerRow;
import org.kith.web.caller.Callers;
import org.kith.web.caller.Role;
import org.kith.web.correlation.Correlation;
import org.kith.web.problem.Problems;

@Path("/api/volunteers")
public class ErasingResource {
    private final Erasing erasing;
    private final Callers callers;
    private final Correlation correlation;
    private final Mutiny.SessionFactory sessions;

    ErasingResource(Erasing erasing, Callers callers, Correlation correlation, Mutiny.SessionFactory sessions) {
        this.erasing = erasing;
        this.callers = callers;
        this.correlation = correlation;
        this.sessions = sessions;
    }

    /** Destroys a volunteer's name and contact for good. What they did stays, under a reference that says nothing. */
    @DELETE
    @Path("{id}/personal")
    @RolesAllowed(Role.STEWARD)
    @Operation(operationId = "eraseVolunteer", summary = "Erase a volunteer's name and contact")
    public Uni<Void> erase(@PathParam("id") String id) {
        var caller = callers.current();
        var request = correlation.id();
        return sessions.withSession(session -> session.find(VolunteerRow.class, id).chain(row -> {
            if (row == null || !caller.mayUse(row.programme)) throw Problems.notFound();
            return session.find(DetailsRow.class, UUID.fromString(id));
        }))
                .chain(details -> erasing.erase(
                        new Access(details.person, "volunteer/" + id, caller.subject(), caller.organisation(), request)));
    }
}
