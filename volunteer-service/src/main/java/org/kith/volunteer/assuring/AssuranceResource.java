package org.kith.volunteer.assuring;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.hibernate.reactive.mutiny.Mutiny;
import org.kith.eventstore.CommandHandler;
import org.kith.eventstore.Companions;
import org.kith.reference.ReferenceCopy;
import org.kith.volunteer.domain.CheckKind;
import org.kith.volunteer.domain.Volunteer;
import org.kith.volunteer.domain.VolunteerCommand;
import org.kith.volunteer.domain.VolunteerCommand.EndCheck;
import org.kith.volunteer.domain.VolunteerCommand.RecordCheck;
import org.kith.volunteer.domain.VolunteerCommand.StartRegulatedRole;
import org.kith.volunteer.domain.VolunteerCommand.StopRegulatedRole;
import org.kith.volunteer.domain.VolunteerFact;
import org.kith.volunteer.domain.Workforce;
import org.kith.volunteer.storage.VolunteerRow;
import org.kith.volunteer.storage.Volunteers;
import org.kith.web.caller.Role;
import org.kith.web.checking.Shapes;
import org.kith.web.command.Answering;
import org.kith.web.command.Answers;
import org.kith.web.command.Asked;
import org.kith.web.command.Asking;
import org.kith.web.command.Commands;
import org.kith.web.problem.Problems;

@Path("/api/volunteers")
@Produces(MediaType.APPLICATION_JSON)
public class AssuranceResource {
    private final CommandHandler<VolunteerCommand, Volunteer, VolunteerFact> volunteers;
    private final Commands commands;
    private final Asking asking;
    private final ReferenceCopy reference;
    private final Mutiny.SessionFactory sessions;

    AssuranceResource(
            CommandHandler<VolunteerCommand, Volunteer, VolunteerFact> volunteers, Commands commands, Asking asking, ReferenceCopy reference,
            Mutiny.SessionFactory sessions) {
        this.volunteers = volunteers;
        this.commands = commands;
        this.asking = asking;
        this.reference = reference;
        this.sessions = sessions;
    }

    /** Records that a check was seen and is good. What stands in it is neither asked nor kept. */
    @POST
    @Path("{id}/checks")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.COORDINATOR)
    @APIResponse(responseCode = "201", description = "Recorded and durable; Location names the volunteer")
    @APIResponse(responseCode = "409", description = "It was recorded already")
    @Operation(operationId = "recordCheck", summary = "Record a check of a volunteer, of the PVG scheme or the DBS")
    public Uni<Response> record(@PathParam("id") String id, CheckRequest request) {
        var asked = asking.asked();
        return take(id, asked, row -> request.command(row.programme, reference.current(), asked), Answers.created("/api/volunteers/" + id, id));
    }

    /** Records that a volunteer is a member no longer, or that a check holds no longer. Roles that no other check lets them do end with it. */
    @DELETE
    @Path("{id}/checks/{kind}")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Role.COORDINATOR)
    @APIResponse(responseCode = "200", description = "It holds no longer")
    @APIResponse(responseCode = "409", description = "There is none of this kind that could end")
    @Operation(operationId = "endCheck", summary = "End a check of a volunteer")
    public Uni<Response> end(@PathParam("id") String id, @PathParam("kind") String kind) {
        var asked = asking.asked();
        var what = CheckKind.of(kind).orElseThrow(Problems::notFound);
        return take(id, asked, _ -> new EndCheck(what, today(asked), asked.now()), Answers.done(id));
    }

    /** Begins a regulated role, which needs a check that holds today. Beginning again changes nothing. */
    @PUT
    @Path("{id}/regulated-roles/{workforce}")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Role.COORDINATOR)
    @APIResponse(responseCode = "200", description = "The volunteer does it from now on, or did already")
    @APIResponse(responseCode = "409", description = "No check lets them, or none that holds")
    @Operation(operationId = "startRegulatedRole", summary = "Let a volunteer do a regulated role")
    public Uni<Response> start(@PathParam("id") String id, @PathParam("workforce") String workforce) {
        var asked = asking.asked();
        var whom = Workforce.of(workforce).orElseThrow(Problems::notFound);
        return take(id, asked, _ -> new StartRegulatedRole(whom, today(asked), asked.now()), Answers.done(id));
    }

    /** Ends a regulated role; one that was not begun stays so. */
    @DELETE
    @Path("{id}/regulated-roles/{workforce}")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Role.COORDINATOR)
    @APIResponse(responseCode = "200", description = "The volunteer does it no longer")
    @Operation(operationId = "stopRegulatedRole", summary = "End a volunteer's regulated role")
    public Uni<Response> stop(@PathParam("id") String id, @PathParam("workforce") String workforce) {
        var asked = asking.asked();
        var whom = Workforce.of(workforce).orElseThrow(Problems::notFound);
        return take(id, asked, _ -> new StopRegulatedRole(whom, asked.now()), Answers.done(id));
    }

    private Uni<Response> take(String id, Asked asked, Function<VolunteerRow, VolunteerCommand> command, Answering<Volunteer> answering) {
        return sessions.withSession(session -> session.find(VolunteerRow.class, id)).chain(row -> {
            if (row == null || !asked.caller().mayUse(row.programme)) throw Problems.notFound();
            var what = command.apply(row);
            return commands.handle(volunteers, volunteers.family().stream(id), what, asked, rows(id, what), answering);
        });
    }

    private static Companions<Volunteer> rows(String id, VolunteerCommand command) {
        return (state, version, events) -> {
            var all = new ArrayList<>(Volunteers.show(id, state, version, events.size()));
            if (command instanceof RecordCheck(var check, _))
                all.add(Volunteers.CHECKS.row(id, version, check.kind().code(), check.evidence(), check.issuedOn(), check.checkedOn(), check.renewBy()));
            if (command instanceof EndCheck end) all.add(Volunteers.CHECKS.row(id, version, end.kind().code(), null, null, null, null));
            return all;
        };
    }

    private static LocalDate today(Asked asked) {
        return LocalDate.ofInstant(asked.now(), Shapes.LONDON);
    }
}
