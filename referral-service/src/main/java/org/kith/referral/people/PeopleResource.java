package org.kith.referral.people;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kith.vault.Access;
import org.kith.web.caller.Role;
import org.kith.web.command.Asking;

/** People by their opaque reference. */
@Path("/api/people/{person}")
@Tag(name = "people")
public final class PeopleResource {
    private final KnownPeople people;
    private final Erasing erasing;
    private final Asking asking;

    PeopleResource(KnownPeople people, Erasing erasing, Asking asking) {
        this.people = people;
        this.erasing = erasing;
        this.asking = asking;
    }

    @DELETE
    @RolesAllowed(Role.STEWARD)
    @Operation(operationId = "erasePerson", summary = "Erase somebody", description = "Personal data are destroyed for good, here and in every service that keeps any.")
    @APIResponse(responseCode = "204", description = "Erased; said again for who was erased before")
    @APIResponse(responseCode = "409", description = "A legal hold forbids it; detail says why")
    @APIResponse(responseCode = "404", description = "There is nobody of that reference whom you may see")
    public Uni<Response> erase(@PathParam("person") UUID person) {
        var asked = asking.asked();
        var caller = asked.caller();
        return people.whollySeenBy(caller, person)
                .chain(() -> erasing.erase(
                        new Access(person, "person/" + person, caller.subject(), caller.organisation(), asked.correlationId()), asked.now()))
                .replaceWith(() -> Response.noContent().build());
    }
}
