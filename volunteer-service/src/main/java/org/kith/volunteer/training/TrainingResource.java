package org.kith.volunteer.training;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.security.SecureRandom;
import java.util.ArrayList;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.hibernate.reactive.mutiny.Mutiny;
import org.kith.eventstore.CommandHandler;
import org.kith.eventstore.Companions;
import org.kith.reference.ReferenceCopy;
import org.kith.volunteer.domain.CertificateNumber;
import org.kith.volunteer.domain.Volunteer.Trained;
import org.kith.volunteer.domain.Volunteer;
import org.kith.volunteer.domain.VolunteerCommand.CompleteModule;
import org.kith.volunteer.domain.VolunteerCommand;
import org.kith.volunteer.domain.VolunteerFact;
import org.kith.volunteer.storage.VolunteerRow;
import org.kith.volunteer.storage.Volunteers;
import org.kith.web.caller.Role;
import org.kith.web.command.Answers;
import org.kith.web.command.Asking;
import org.kith.web.command.Commands;
import org.kith.web.problem.Problems;

@Path("/api/volunteers/{id}/modules")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class TrainingResource {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final CommandHandler<VolunteerCommand, Volunteer, VolunteerFact> volunteers;
    private final Commands commands;
    private final Asking asking;
    private final ReferenceCopy reference;
    private final Mutiny.SessionFactory sessions;

    TrainingResource(
            CommandHandler<VolunteerCommand, Volunteer, VolunteerFact> volunteers, Commands commands, Asking asking,
            ReferenceCopy reference, Mutiny.SessionFactory sessions) {
        this.volunteers = volunteers;
        this.commands = commands;
        this.asking = asking;
        this.reference = reference;
        this.sessions = sessions;
    }

    /** Records a module as completed. With the last of the required ones the volunteer is trained and a certificate issued. */
    @POST
    @APIResponse(responseCode = "201", description = "Recorded and durable; Location names it")
    @RolesAllowed(Role.COORDINATOR)
    @Operation(operationId = "completeModule", summary = "Record a module as completed")
    public Uni<Response> complete(@PathParam("id") String id, ModuleRequest request) {
        var asked = asking.asked();
        return sessions.withSession(session -> session.find(VolunteerRow.class, id)).chain(row -> {
            if (row == null || !asked.caller().mayUse(row.programme)) throw Problems.notFound();
            var command = request.command(CertificateNumber.of(RANDOM.nextLong()), reference.current(), asked);
            return commands.handle(
                    volunteers, volunteers.family().stream(id), command, asked, rows(id, command, row.programme), Answers.created("/api/volunteers/" + id, id));
        });
    }

    private static Companions<Volunteer> rows(String id, CompleteModule command, String programme) {
        return (state, version, events) -> {
            var all = new ArrayList<>(Volunteers.show(id, state, version, events.size()));
            all.add(Volunteers.MODULES.row(id, command.module(), command.kind().code(), command.at()));
            if (state instanceof Trained v && command.number().equals(v.certificate()))
                all.add(Volunteers.CERTIFICATES.row(command.number().text(), id, programme, command.issuedAt(v.trainedAt())));
            return all;
        };
    }
}
