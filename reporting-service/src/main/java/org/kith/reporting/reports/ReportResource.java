package org.kith.reporting.reports;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.kith.web.caller.Role;

/** A programme's report. */
@Path("/api/programmes/{programme}/report")
public class ReportResource {
    private static final String CSV = "text/csv";
    private static final MediaType CSV_TYPE = MediaType.valueOf(CSV);

    private final ReportReader reader;
    private final Questions questions;
    private final Readers readers;

    ReportResource(ReportReader reader, Questions questions, Readers readers) {
        this.reader = reader;
        this.questions = questions;
        this.readers = readers;
    }

    /**
     * Every indicator's number: as JSON, or as a table with a line for each number when {@code text/csv} is accepted first.
     *
     * @param period {@code 2025-04}, {@code 2025-Q2}, {@code 2025}, {@code 2025/26}, {@code programme-2025} or {@code 2025-04-01..2025-06-30}
     * @param asOf RFC 3339: what was known then
     */
    @GET
    @Produces({MediaType.APPLICATION_JSON, CSV})
    @RolesAllowed({Role.WORKER, Role.COORDINATOR, Role.FUNDER, Role.PROGRAMME_MANAGER, Role.ANALYST, Role.STEWARD, Role.ADMINISTRATOR})
    @APIResponse(responseCode = "200", content = {
            @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ReportView.class)),
            @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING))
    })
    @Operation(operationId = "getReport", summary = "A programme's report", description = "Every number of its logic model against its target. As a table, with a line for each number, when text/csv is accepted first.")
    public Uni<Response> report(
            @RestPath String programme, @RestQuery @Nullable String period, @RestQuery @Nullable String area, @RestQuery @Nullable String asOf,
            @Context HttpHeaders headers) {
        boolean csv = wantsCsv(headers);
        return view(programme, period, area, asOf).map(view -> csv
                ? Response.ok(ReportCsv.of(view), CSV + ";charset=utf-8").build()
                : Response.ok(view, MediaType.APPLICATION_JSON).build());
    }

    /** Only who prefers it gets it. */
    private static boolean wantsCsv(HttpHeaders headers) {
        for (var type : headers.getAcceptableMediaTypes()) {
            if (type.isCompatible(MediaType.APPLICATION_JSON_TYPE)) return false;
            if (type.isCompatible(CSV_TYPE)) return true;
        }
        return false;
    }

    private Uni<ReportView> view(String programme, @Nullable String period, @Nullable String area, @Nullable String asOf) {
        readers.mustRead(programme);
        boolean rounded = readers.seesRounded();
        return reader.numbers(programme, Questions.moment(asOf), model -> questions.of(model, period, area, asOf))
                .map(answer -> new ReportBuilder(answer.projection(), answer.read().question(), rounded)
                        .build(answer.read().measured(), answer.standing()));
    }
}
