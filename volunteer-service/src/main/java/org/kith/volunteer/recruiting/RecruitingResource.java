package org.kith.volunteer.recruiting;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.kith.eventstore.CommandHandler;
import org.kith.eventstore.Companions;
import org.kith.eventstore.Outcome;
import org.kith.eventstore.UuidV7;
import org.kith.reference.ReferenceCopy;
import org.kith.vault.PersonKey;
import org.kith.vault.Vault;
import org.kith.vault.VaultStore;
import org.kith.vault.VaultTables;
import org.kith.volunteer.domain.Volunteer;
import org.kith.volunteer.domain.VolunteerCommand.RecruitVolunteer;
import org.kith.volunteer.domain.VolunteerCommand;
import org.kith.volunteer.domain.VolunteerFact;
import org.kith.volunteer.domain.VolunteerRejection;
import org.kith.volunteer.recruiting.RecruitRequest.Checked;
import org.kith.volunteer.storage.Volunteers;
import org.kith.web.caller.Role;
import org.kith.web.command.Answers;
import org.kith.web.command.Asked;
import org.kith.web.command.Asking;
import org.kith.web.command.Commands;

@Path("/api/volunteers")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class RecruitingResource {
    private final CommandHandler<VolunteerCommand, Volunteer, VolunteerFact> volunteers;
    private final Commands commands;
    private final Asking asking;
    private final ReferenceCopy reference;
    private final Vault vault;
    private final VaultStore keys;

    RecruitingResource(
            CommandHandler<VolunteerCommand, Volunteer, VolunteerFact> volunteers, Commands commands, Asking asking,
            ReferenceCopy reference, Vault vault, VaultStore keys) {
        this.volunteers = volunteers;
        this.commands = commands;
        this.asking = asking;
        this.reference = reference;
        this.vault = vault;
        this.keys = keys;
    }

    /** Records a new volunteer. The answer holds their reference; their name and contact go into the vault. */
    @POST
    @APIResponse(responseCode = "201", description = "Recorded and durable; Location names it")
    @RolesAllowed(Role.COORDINATOR)
    @Operation(operationId = "recruitVolunteer", summary = "Record a new volunteer")
    public Uni<Response> recruit(RecruitRequest request) {
        var asked = asking.asked();
        var checked = request.check(UuidV7.at(asked.now()), reference.current(), asked);
        if (!checked.knownElsewhere()) return recruit(checked, vault.newKey(checked.person()), true, asked);
        return keys.key(checked.person()).chain(key -> key.isPresent()
                ? recruit(checked, key.get(), false, asked)
                : recruit(checked, vault.newKey(checked.person()), true, asked));
    }

    private Uni<Response> recruit(Checked checked, PersonKey key, boolean newKey, Asked asked) {
        var id = checked.volunteer();
        var sealed = checked.details().seal(key, id);
        Companions<Volunteer> rows = (state, version, events) -> {
            var all = new ArrayList<>(Volunteers.show(id.toString(), state, version, events.size()));
            all.add(Volunteers.DETAILS.row(id, checked.person(), sealed));
            if (newKey) all.add(VaultTables.key(key));
            if (checked.knownElsewhere()) all.add(Volunteers.PEOPLE.row(checked.person(), checked.profile().programme(), id));
            return all;
        };
        var answering = Answers.<Volunteer>created("/api/volunteers/" + id, id.toString());
        return volunteers
                .create(
                        volunteers.family().stream(id),
                        new RecruitVolunteer(checked.profile()),
                        asked.context(),
                        commands.companions(asked, rows, answering))
                .map(RecruitingResource::refuseTwice)
                .chain(outcome -> commands.respond(asked, outcome, answering));
    }

    private static Outcome<Volunteer> refuseTwice(Outcome<Volunteer> outcome) {
        return outcome instanceof Outcome.ClaimTaken<Volunteer>(var table) && table.equals(Volunteers.PEOPLE)
                ? new Outcome.Rejected<>(VolunteerRejection.ALREADY_RECRUITED)
                : outcome;
    }
}
