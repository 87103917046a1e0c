package org.kith.referral.people.candidates;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kith.referral.people.KnownPeople;
import org.kith.vault.Access;
import org.kith.vault.VaultStore;
import org.kith.web.caller.Role;
import org.kith.web.command.Asking;

/** Who may be the same person as somebody. */
@Path("/api/people/{person}/candidates")
@Tag(name = "people")
@Produces(MediaType.APPLICATION_JSON)
public final class CandidatesResource {
    private final Candidates candidates;
    private final KnownPeople people;
    private final VaultStore vault;
    private final Asking asking;

    CandidatesResource(Candidates candidates, KnownPeople people, VaultStore vault, Asking asking) {
        this.candidates = candidates;
        this.people = people;
        this.vault = vault;
        this.asking = asking;
    }

    @Schema(name = "Candidates")
    public record Found(List<Candidate> items) {}

    @GET
    @RolesAllowed({Role.COORDINATOR, Role.STEWARD})
    @Operation(operationId = "readCandidates", summary = "Who may be the same person", description = "People of your programmes who were referred under the same name and birth date, and under another number or none. An NHS or CHI number that agrees makes one person at once; "
            + "what else agrees is said here, with how much it counts for, and changes nothing by itself: merge them where it is so. How a name is written does not matter. At most 100. Every read is audited.")
    @APIResponse(responseCode = "200", description = "The most likely first; none for who was erased")
    @APIResponse(responseCode = "404", description = "There is nobody of that reference whom you may see")
    public Uni<Found> read(@PathParam("person") UUID person) {
        var asked = asking.asked();
        var caller = asked.caller();
        var access = new Access(person, "person/" + person + "/candidates", caller.subject(), caller.organisation(), asked.correlationId());
        return people.seenBy(caller, person).chain(() -> vault.keyFor(access)).chain(() -> candidates.of(person, caller.programmes())).map(Found::new);
    }
}
