package org.kith.volunteer.reading;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.kith.vault.Access;
import org.kith.vault.VaultStore;
import org.kith.volunteer.storage.CheckRow;
import org.kith.volunteer.storage.DetailsRow;
import org.kith.volunteer.storage.ModuleRow;
import org.kith.volunteer.storage.PersonalDetails;
import org.kith.volunteer.storage.VolunteerRow;
import org.kith.web.caller.Caller;
import org.kith.web.caller.Callers;
import org.kith.web.caller.Role;
import org.kith.web.correlation.Correlation;
import org.kith.web.paging.Page;
import org.kith.web.paging.PageAsked;
import org.kith.web.precondition.ETags;
import org.kith.web.problem.Problems;

@Path("/api/volunteers")
@Produces(MediaType.APPLICATION_JSON)
public class VolunteersResource {
    private record Found(VolunteerRow row, List<VolunteerView.Module> modules, List<VolunteerView.Check> checks, @Nullable DetailsRow details) {}

    private static final String CHECKS = "from CheckRow c where c.volunteer = :id and" + CheckRow.HOLDS + "order by c.kind";

    private final Callers callers;
    private final Correlation correlation;
    private final Mutiny.SessionFactory sessions;
    private final VaultStore vault;

    VolunteersResource(Callers callers, Correlation correlation, Mutiny.SessionFactory sessions, VaultStore vault) {
        this.callers = callers;
        this.correlation = correlation;
        this.sessions = sessions;
        this.vault = vault;
    }

    /** A volunteer; their name and contact only for a coordinator, whose reading is in the audit before it is answered. */
    @GET
    @Path("{id}")
    @RolesAllowed({Role.COORDINATOR, Role.PROGRAMME_MANAGER, Role.STEWARD})
    @Operation(operationId = "getVolunteer", summary = "A volunteer")
    public Uni<RestResponse<VolunteerView>> volunteer(@PathParam("id") String id) {
        var caller = callers.current();
        var request = correlation.id();
        return find(id, caller).chain(found -> personal(found, caller, request).map(personal -> {
            boolean may = caller.is(Role.COORDINATOR);
            var view = view(found, personal.orElse(null), may ? personal.isEmpty() : null);
            return RestResponse.ResponseBuilder.ok(view).header(HttpHeaders.ETAG, ETags.of(found.row().version)).build();
        }));
    }

    @GET
    @RolesAllowed({Role.COORDINATOR, Role.PROGRAMME_MANAGER, Role.STEWARD})
    @Operation(operationId = "listVolunteers", summary = "Volunteers")
    public Uni<Page<VolunteerItem>> list(@QueryParam("after") @Nullable String after, @QueryParam("limit") @Nullable String limit) {
        var page = PageAsked.read(after, limit);
        var mine = callers.current().programmes();
        return sessions.withSession(session -> session
                .createSelectionQuery("from VolunteerRow where programme in :mine and id > :after order by id", VolunteerRow.class)
                .setParameter("mine", mine)
                .setParameter("after", page.after())
                .setMaxResults(page.fetch())
                .getResultList())
                .map(rows -> page.page(
                        rows, r -> new VolunteerItem(r.id, r.programme, r.area, r.source, r.recruitedAt, r.trainedAt), r -> r.id));
    }

    private Uni<Found> find(String id, Caller caller) {
        return sessions.withSession(session -> session.find(VolunteerRow.class, id).chain(row -> {
            if (row == null || !caller.mayUse(row.programme)) throw Problems.notFound();
            return session.createSelectionQuery("from ModuleRow where volunteer = :id order by completedAt, module", ModuleRow.class)
                    .setParameter("id", id)
                    .getResultList()
                    .chain(modules -> session.createSelectionQuery(CHECKS, CheckRow.class).setParameter("id", id).getResultList()
                            .chain(checks -> session.find(DetailsRow.class, UUID.fromString(id)).map(details -> new Found(
                                    row, modules.stream().map(m -> new VolunteerView.Module(m.module, m.kind, m.completedAt)).toList(),
                                    checks.stream().map(c -> new VolunteerView.Check(c.kind, c.evidence, c.issuedOn, c.checkedOn, c.renewBy)).toList(),
                                    details))));
        }));
    }

    private Uni<Optional<PersonalDetails>> personal(Found found, Caller caller, UUID request) {
        var details = found.details();
        if (details == null || !caller.is(Role.COORDINATOR)) return Uni.createFrom().item(Optional.empty());
        var access = new Access(details.person, "volunteer/" + details.id, caller.subject(), caller.organisation(), request);
        return vault.keyFor(access).map(key -> key.map(k -> PersonalDetails.open(k, details.id, details.sealed)));
    }

    private static VolunteerView view(Found found, @Nullable PersonalDetails personal, @Nullable Boolean erased) {
        var r = found.row();
        return new VolunteerView(
                r.id, r.version, r.programme, r.area, r.source, r.recruitedAt, found.modules(), r.trainedAt != null, r.trainedAt,
                r.certificate, found.checks(), r.regulatedRoles.isEmpty() ? List.of() : List.of(r.regulatedRoles.split(",")), personal, erased);
    }
}
