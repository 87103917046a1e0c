package org.kith.reporting.reports;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.kith.logicmodel.Indicator;
import org.kith.reporting.reports.ReportReader.Answer;
import org.kith.web.caller.Role;
import org.kith.web.problem.Invalid;
import org.kith.web.problem.Problems;

/** A number opened: the events that make it up. */
@Path("/api/programmes/{programme}/indicators/{indicator}/events")
@Produces(MediaType.APPLICATION_JSON)
public class IndicatorEventsResource {
    private static final int USUAL_PAGE = 100;
    private static final int LARGEST_PAGE = 500;

    private final ReportReader reader;
    private final Questions questions;
    private final Readers readers;

    IndicatorEventsResource(ReportReader reader, Questions questions, Readers readers) {
        this.reader = reader;
        this.questions = questions;
        this.readers = readers;
    }

    private record Opened(Indicator indicator, ReportQuestion question, EventsQuery.Found found) {}

    /**
     * One page, oldest day first.
     *
     * @param after as {@code next} of the page before has it
     * @param limit 1 to 500
     */
    @GET
    @RolesAllowed({Role.WORKER, Role.COORDINATOR, Role.FUNDER, Role.PROGRAMME_MANAGER, Role.ANALYST, Role.STEWARD, Role.ADMINISTRATOR})
    @Operation(operationId = "listIndicatorEvents", summary = "The events behind a number", description = "Oldest day first, page by page. The events behind numbers of people are for the programme's own staff.")
    public Uni<EventsPage> events(
            @RestPath String programme, @RestPath String indicator, @RestQuery @Nullable String period, @RestQuery @Nullable String area,
            @RestQuery @Nullable String asOf, @RestQuery @Nullable String after, @RestQuery @Nullable String limit, @Context UriInfo uri) {
        readers.mustRead(programme);
        boolean rounded = readers.seesRounded();
        var invalid = new Invalid();
        int most = invalid.wholeNumber("limit", limit, 1, LARGEST_PAGE, USUAL_PAGE);
        invalid.throwIfAny();
        var cursor = EventsCursor.parse(after);
        var address = uri.getRequestUriBuilder();
        return reader.read(programme, Questions.moment(asOf), (connection, projection) -> {
            var asked = projection.model().indicator(indicator).orElseThrow(Problems::notFound);
            if (rounded && !asked.ofOrganisations())
                throw Problems.forbidden("The events behind numbers of people are for the programme's own staff.");
            var question = questions.of(projection.model(), period, area, asOf);
            return EventsQuery.run(connection, projection, asked, question, cursor, most).map(found -> new Opened(asked, question, found));
        }).map(answer -> page(answer, found -> address.replaceQueryParam("after", found.last().text()).build().getRawQuery()));
    }

    private interface Next {
        String query(EventsQuery.Found found);
    }

    private static EventsPage page(Answer<Opened> answer, Next next) {
        var opened = answer.read();
        var question = opened.question();
        var programme = answer.projection().model().programme();
        var path = "/api/programmes/" + programme + "/indicators/" + opened.indicator().id() + "/events?";
        return new EventsPage(
                programme, opened.indicator().id(), new ReportView.PeriodView(question.period().start(), question.period().end()), question.area(),
                question.asOf(), answer.standing().through(), ReportBuilder.isFinal(question.asOf(), answer.standing()), opened.found().events(),
                opened.found().more() ? path + next.query(opened.found()) : null);
    }
}
