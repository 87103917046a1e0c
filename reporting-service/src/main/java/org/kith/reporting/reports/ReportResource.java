package org.kith.reporting.reports;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.kith.web.caller.Role;

/** A programme's report. */
@Path("/api/programmes/{programme}/report")
public class ReportResource {
    private final ReportReader reader;
    private final Questions questions;
    private final Readers readers;

    ReportResource(ReportReader reader, Questions questions, Readers readers) {
        this.reader = reader;
        this.questions = questions;
        this.readers = readers;
    }

    /**
     * Every indicator's number.
     *
     * @param period {@code 2025-04}, {@code 2025-Q2}, {@code 2025}, {@code 2025/26}, {@code programme-2025} or {@code 2025-04-01..2025-06-30}
     * @param asOf RFC 3339: what was known then
     */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.WORKER, Role.COORDINATOR, Role.FUNDER, Role.PROGRAMME_MANAGER, Role.ANALYST, Role.STEWARD, Role.ADMINISTRATOR})
    public Uni<ReportView> json(@RestPath String programme, @RestQuery @Nullable String period, @RestQuery @Nullable String area, @RestQuery @Nullable String asOf) {
        return report(programme, period, area, asOf);
    }

    /** The same as a table: a line for each number. */
    @GET
    @Produces("text/csv; charset=utf-8")
    @RolesAllowed({Role.WORKER, Role.COORDINATOR, Role.FUNDER, Role.PROGRAMME_MANAGER, Role.ANALYST, Role.STEWARD, Role.ADMINISTRATOR})
    public Uni<String> csv(@RestPath String programme, @RestQuery @Nullable String period, @RestQuery @Nullable String area, @RestQuery @Nullable String asOf) {
        return report(programme, period, area, asOf).map(ReportCsv::of);
    }

    private Uni<ReportView> report(String programme, @Nullable String period, @Nullable String area, @Nullable String asOf) {
        readers.mustRead(programme);
        boolean rounded = readers.seesRounded();
        return reader.numbers(programme, Questions.moment(asOf), model -> questions.of(model, period, area, asOf))
                .map(answer -> new ReportBuilder(answer.projection(), answer.read().question(), rounded)
                        .build(answer.read().measured(), answer.standing()));
    }
}
