package org.kith.outcomes.casestudies;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.kith.eventstore.CommandHandler;
import org.kith.eventstore.Companions;
import org.kith.eventstore.EventStore;
import org.kith.eventstore.UuidV7;
import org.kith.outcomes.casestudies.domain.CaseStudy;
import org.kith.outcomes.casestudies.domain.CaseStudyDecider;
import org.kith.outcomes.casestudies.domain.CaseStudyFact;
import org.kith.outcomes.casestudies.domain.RecordCaseStudy;
import org.kith.reference.ReferenceCopy;
import org.kith.web.caller.Callers;
import org.kith.web.caller.Role;
import org.kith.web.command.Answers;
import org.kith.web.command.Asking;
import org.kith.web.command.Commands;
import org.kith.web.paging.Page;
import org.kith.web.paging.PageAsked;
import org.kith.web.precondition.ETags;
import org.kith.web.problem.Problems;

@Path("/api/case-studies")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CaseStudiesResource {
    private final CommandHandler<RecordCaseStudy, CaseStudy, CaseStudyFact> studies;
    private final Commands commands;
    private final Asking asking;
    private final Callers callers;
    private final ReferenceCopy reference;
    private final Mutiny.SessionFactory sessions;

    CaseStudiesResource(
            EventStore store, Commands commands, Asking asking, Callers callers, ReferenceCopy reference, Mutiny.SessionFactory sessions) {
        this.studies = new CommandHandler<>(store, new CaseStudies(), new CaseStudyDecider());
        this.commands = commands;
        this.asking = asking;
        this.callers = callers;
        this.reference = reference;
        this.sessions = sessions;
    }

    /** Records a case study. Referrers may tell of what they saw, too. */
    @POST
    @APIResponse(responseCode = "201", description = "Recorded and durable; Location names it")
    @RolesAllowed({Role.REFERRER, Role.WORKER, Role.COORDINATOR, Role.PROGRAMME_MANAGER})
    @Operation(operationId = "recordCaseStudy", summary = "Record a case study")
    public Uni<Response> record(CaseStudyRequest request) {
        var asked = asking.asked();
        var id = UuidV7.at(asked.now());
        var checked = request.check(id, reference.current(), asked);
        Companions<CaseStudy> rows = (state, version, events) -> {
            var all = new ArrayList<>(CaseStudies.show(id.toString(), state, version, events.size()));
            all.add(CaseStudies.TEXTS.row(id.toString(), checked.title(), checked.text()));
            return all;
        };
        return commands.create(
                studies, studies.family().stream(id), checked.command(), asked, rows, Answers.created("/api/case-studies/" + id, id.toString()));
    }

    /** A case study with its text; a referrer sees those of its own organisation. */
    @GET
    @Path("{id}")
    @RolesAllowed({Role.REFERRER, Role.WORKER, Role.COORDINATOR, Role.FUNDER, Role.PROGRAMME_MANAGER, Role.ANALYST})
    @Operation(operationId = "getCaseStudy", summary = "A case study")
    public Uni<RestResponse<CaseStudyView>> study(@PathParam("id") String id) {
        var caller = callers.current();
        return sessions.withSession(session -> session.find(CaseStudyRow.class, id).chain(row -> {
            if (row == null) throw Problems.notFound();
            caller.mustSee(row.programme, row.provider);
            return session.find(TextRow.class, id).map(text -> RestResponse.ResponseBuilder
                    .ok(CaseStudyView.of(row, text))
                    .header(HttpHeaders.ETAG, ETags.of(row.version))
                    .build());
        }));
    }

    @GET
    @RolesAllowed({Role.REFERRER, Role.WORKER, Role.COORDINATOR, Role.FUNDER, Role.PROGRAMME_MANAGER, Role.ANALYST})
    @Operation(operationId = "listCaseStudies", summary = "Case studies")
    public Uni<Page<CaseStudyItem>> list(@QueryParam("after") @Nullable String after, @QueryParam("limit") @Nullable String limit) {
        var page = PageAsked.read(after, limit);
        var caller = callers.current();
        return sessions.withSession(session -> session
                .createSelectionQuery(
                        "from CaseStudyRow where programme in :mine and (:all = true or provider = :own) and id > :after order by id",
                        CaseStudyRow.class)
                .setParameter("mine", caller.programmes())
                .setParameter("all", caller.isStaff())
                .setParameter("own", Objects.requireNonNullElse(caller.organisation(), ""))
                .setParameter("after", page.after())
                .setMaxResults(page.fetch())
                .getResultList())
                .map(rows -> page.page(rows, CaseStudyItem::of, row -> row.id));
    }
}
