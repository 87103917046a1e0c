package org.kith.reporting.rebuilding;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import org.kith.web.caller.Callers;
import org.kith.web.caller.Role;
import org.kith.web.problem.Problems;

/** A programme's projections, and making a new one. */
@Path("/api/programmes/{programme}")
@Produces(MediaType.APPLICATION_JSON)
public class RebuildsResource {
    private final Mutiny.SessionFactory sessions;
    private final ModelRollout rollout;
    private final Callers callers;

    RebuildsResource(Mutiny.SessionFactory sessions, ModelRollout rollout, Callers callers) {
        this.sessions = sessions;
        this.rollout = rollout;
        this.callers = callers;
    }

    /**
     * @param state building, live, retired, dropped or failed
     * @param version of the model that it counts by, {@code hash} of the model's file
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ProjectionView(
            int id, int version, String hash, String state, Instant createdAt, @Nullable Instant liveAt, @Nullable Instant retiredAt, @Nullable String failure) {
        static ProjectionView of(ProjectionEntity projection) {
            return new ProjectionView(
                    projection.id, projection.version, projection.hash, projection.state, projection.createdAt, projection.liveAt, projection.retiredAt,
                    projection.failure);
        }
    }

    /** The newest fifty. */
    @GET
    @Path("/projections")
    @RolesAllowed(Role.ADMINISTRATOR)
    @Operation(operationId = "listProjections", summary = "A programme's projections", description = "The newest fifty, and how each came along.")
    public Uni<List<ProjectionView>> projections(@RestPath String programme) {
        mustUse(programme);
        return sessions.withSession(session -> session
                .createSelectionQuery("from ProjectionEntity where programme = :programme order by id desc", ProjectionEntity.class)
                .setParameter("programme", programme).setMaxResults(50).getResultList())
                .map(projections -> projections.stream().map(ProjectionView::of).toList());
    }

    /** Counts all facts again, beside what is live; how it goes is seen in the programme's projections. */
    @POST
    @Path("/rebuild")
    @RolesAllowed(Role.ADMINISTRATOR)
    @Operation(operationId = "rebuildProgramme", summary = "Count a programme's facts again", description = "Beside what is live, which stays as it is until the new one has caught up.")
    public Response rebuild(@RestPath String programme) {
        mustUse(programme);
        if (!rollout.rebuild(programme)) throw Problems.conflict("rebuild-running", "This programme is being rebuilt already.");
        return Response.accepted().location(URI.create("/api/programmes/" + programme + "/projections")).build();
    }

    private void mustUse(String programme) {
        if (!callers.current().mayUse(programme) || !rollout.knows(programme)) throw Problems.notFound();
    }
}
