package org.kith.outcomes.measures;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.resteasy.reactive.RestResponse;
import org.kith.eventstore.CommandHandler;
import org.kith.eventstore.EventStore;
import org.kith.eventstore.UuidV7;
import org.kith.outcomes.measures.domain.Instrument;
import org.kith.outcomes.measures.domain.Measure;
import org.kith.outcomes.measures.domain.MeasureDecider;
import org.kith.outcomes.measures.domain.MeasureFact;
import org.kith.outcomes.measures.domain.Pair;
import org.kith.outcomes.measures.domain.TakeMeasure;
import org.kith.reference.ReferenceCopy;
import org.kith.web.caller.Callers;
import org.kith.web.caller.Role;
import org.kith.web.command.Answers;
import org.kith.web.command.Asking;
import org.kith.web.command.Commands;
import org.kith.web.precondition.ETags;
import org.kith.web.problem.Problems;

@Path("/api/measures")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class MeasuresResource {
    private final CommandHandler<TakeMeasure, Measure, MeasureFact> measures;
    private final Commands commands;
    private final Asking asking;
    private final Callers callers;
    private final ReferenceCopy reference;
    private final ChangeSettings settings;
    private final Mutiny.SessionFactory sessions;

    MeasuresResource(
            EventStore store, Commands commands, Asking asking, Callers callers, ReferenceCopy reference, ChangeSettings settings,
            Mutiny.SessionFactory sessions) {
        this.measures = new CommandHandler<>(store, new Measures(), new MeasureDecider());
        this.commands = commands;
        this.asking = asking;
        this.callers = callers;
        this.reference = reference;
        this.settings = settings;
        this.sessions = sessions;
    }

    /** Records a measure; a SWEMWBS gets its metric score. */
    @POST
    @APIResponse(responseCode = "201", description = "Recorded and durable; Location names it")
    @RolesAllowed({Role.WORKER, Role.COORDINATOR})
    @Operation(operationId = "takeMeasure", summary = "Record a measure")
    public Uni<Response> take(MeasureRequest request) {
        var asked = asking.asked();
        var id = UuidV7.at(asked.now());
        return commands.create(
                measures,
                measures.family().stream(id),
                request.command(id, reference.current(), asked),
                asked,
                (state, version, events) -> Measures.show(id.toString(), state, version, events.size()),
                Answers.created("/api/measures/" + id, id.toString()));
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Role.WORKER, Role.COORDINATOR, Role.PROGRAMME_MANAGER})
    @Operation(operationId = "getMeasure", summary = "A measure")
    public Uni<RestResponse<MeasureView>> measure(@PathParam("id") String id) {
        var caller = callers.current();
        return sessions.withSession(session -> session.find(MeasureRow.class, id)).map(row -> {
            if (row == null || !caller.mayUse(row.programme)) throw Problems.notFound();
            return RestResponse.ResponseBuilder.ok(row.view()).header(HttpHeaders.ETAG, ETags.of(row.version)).build();
        });
    }

    /** One subject, before and after, for each programme and instrument that they were measured in; 404 where there is none. */
    @GET
    @Path("pairs/{subject}")
    @RolesAllowed({Role.WORKER, Role.COORDINATOR, Role.PROGRAMME_MANAGER})
    @Operation(operationId = "listPairs", summary = "One subject, before and after")
    public Uni<List<PairView>> pairs(@PathParam("subject") String subject) {
        var mine = callers.current().programmes();
        return sessions.withSession(session -> session
                .createSelectionQuery("from MeasureRow where subject = :subject and programme in :mine", MeasureRow.class)
                .setParameter("subject", subject)
                .setParameter("mine", mine)
                .getResultList())
                .map(rows -> {
                    if (rows.isEmpty()) throw Problems.notFound();
                    return pairs(rows);
                });
    }

    private List<PairView> pairs(List<MeasureRow> rows) {
        var series = rows.stream().collect(groupingBy(r -> r.programme + '/' + r.instrument, TreeMap::new, toList()));
        return series.values().stream().map(this::pair).toList();
    }

    private PairView pair(List<MeasureRow> rows) {
        var first = rows.getFirst();
        var pair = Pair.of(rows.stream().map(MeasureRow::score).toList());
        var change = pair.change();
        var meaning = change == null || !first.instrument.equals(Instrument.SWEMWBS.code()) ? null : settings.meaning(change);
        return new PairView(first.programme, first.instrument, pair.baseline(), pair.followUp(), change, meaning);
    }
}
