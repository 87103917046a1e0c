package org.kith.reporting.reports;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.kith.reporting.models.ActiveProjections;
import org.kith.web.caller.Role;
import org.kith.web.problem.Problems;

/** The programmes that can be reported on, and their logic models. */
@Path("/api/programmes")
@Produces(MediaType.APPLICATION_JSON)
public class ProgrammesResource {
    private final ActiveProjections projections;
    private final Readers readers;

    ProgrammesResource(ActiveProjections projections, Readers readers) {
        this.projections = projections;
        this.readers = readers;
    }

    /** @param version of its logic model */
    public record ProgrammeView(String id, String name, int version, List<String> areas, String logicModel, String report) {}

    /** Those that the caller takes part in. */
    @GET
    @RolesAllowed({Role.REFERRER, Role.WORKER, Role.COORDINATOR, Role.FUNDER, Role.PROGRAMME_MANAGER, Role.ANALYST, Role.STEWARD, Role.ADMINISTRATOR})
    @Operation(operationId = "listProgrammes", summary = "Programmes that you take part in")
    public Uni<List<ProgrammeView>> all() {
        var mine = projections.live().all().stream()
                .map(projection -> projection.model())
                .filter(model -> readers.mayRead(model.programme()))
                .sorted(Comparator.comparing(model -> model.programme()))
                .map(model -> new ProgrammeView(
                        model.programme(), model.name(), model.version(), model.areas(), "/api/programmes/" + model.programme() + "/logic-model",
                        "/api/programmes/" + model.programme() + "/report"))
                .toList();
        return Uni.createFrom().item(mine);
    }

    @GET
    @Path("/{programme}/logic-model")
    @RolesAllowed({Role.WORKER, Role.COORDINATOR, Role.FUNDER, Role.PROGRAMME_MANAGER, Role.ANALYST, Role.STEWARD, Role.ADMINISTRATOR})
    @Operation(operationId = "getLogicModel", summary = "A programme's logic model", description = "Every column and every target of its document, with what each indicator counts and where the document says so.")
    public Uni<ModelView> logicModel(@RestPath String programme) {
        readers.mustRead(programme);
        var live = projections.live().of(programme)
                .orElseThrow(() -> Problems.unavailable("This programme is being counted for the first time.", Duration.ofSeconds(2)));
        return Uni.createFrom().item(ModelView.of(live.model()));
    }
}
