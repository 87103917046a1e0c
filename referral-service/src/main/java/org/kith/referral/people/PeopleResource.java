package org.kith.referral.people;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.kith.vault.Access;
import org.kith.web.caller.Role;
import org.kith.web.command.Asking;
import org.kith.web.precondition.ETags;

/** People by their opaque reference. */
@Path("/api/people/{person}")
@Tag(name = "people")
public final class PeopleResource {
    private final PersonReading reading;
    private final KnownPeople people;
    private final Erasing erasing;
    private final Asking asking;

    PeopleResource(PersonReading reading, KnownPeople people, Erasing erasing, Asking asking) {
        this.reading = reading;
        this.people = people;
        this.erasing = erasing;
        this.asking = asking;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.WORKER, Role.COORDINATOR, Role.STEWARD})
    @Operation(operationId = "readPerson", summary = "Under which references somebody is known", description = "References only, and those that you may see: what is recorded of a person is read under each. ETag is what If-Match of a merge may be.")
    @APIResponse(responseCode = "200", description = "Into whom they are merged, if they are, and who is merged into them")
    @APIResponse(responseCode = "404", description = "There is nobody of that reference whom you may see")
    public Uni<RestResponse<PersonView>> read(@PathParam("person") UUID person) {
        return reading.read(asking.asked().caller(), person)
                .map(read -> RestResponse.ResponseBuilder.ok(read.view()).header("ETag", ETags.of(read.version())).build());
    }

    @DELETE
    @RolesAllowed(Role.STEWARD)
    @Operation(operationId = "erasePerson", summary = "Erase somebody", description = "Personal data are destroyed for good, here and in every service that keeps any, under every reference that is of the same person: "
            + "this one, and those merged with it. The answer names none of them: read the person, before or afterwards, and the one under which they count.")
    @APIResponse(responseCode = "204", description = "Erased under every reference of theirs; said again for who was erased before")
    @APIResponse(responseCode = "409", description = "A legal hold forbids it, on whichever of their references; detail says why")
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
