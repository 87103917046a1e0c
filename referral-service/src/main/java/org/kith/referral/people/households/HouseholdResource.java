package org.kith.referral.people.households;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.kith.web.caller.Role;
import org.kith.web.command.Asking;
import org.kith.web.problem.Invalid;

/** With whom a person lives. */
@Path("/api/people/{person}/household")
@Tag(name = "people")
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "404", description = "There is nobody of that reference whom you may see")
public final class HouseholdResource {
    private final Householding householding;
    private final Asking asking;

    HouseholdResource(Householding householding, Asking asking) {
        this.householding = householding;
        this.asking = asking;
    }

    /** @param household absent where nobody said that the person lives with another */
    @Schema(name = "Household")
    public record Household(@Nullable UUID household, List<UUID> members) {}

    @Schema(name = "LivesWith", requiredProperties = "with")
    public record LivesWith(
            @Schema(format = "uuid", description = "Reference of somebody whom they live with", examples = "0199c9a0-7b1e-7c3a-9f10-3d2c8e6a1b02") @Nullable String with) {}

    @GET
    @RolesAllowed({Role.WORKER, Role.COORDINATOR})
    @Operation(operationId = "readHousehold", summary = "With whom a person lives")
    @APIResponse(responseCode = "200", description = "The household and its members, the person among them")
    public Uni<Household> read(@PathParam("person") UUID person) {
        return householding.of(asking.asked().caller(), person);
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.WORKER, Role.COORDINATOR})
    @Operation(operationId = "joinHousehold", summary = "A person lives with another", description = "They are of that person's household from now on, and of no other. Saying it again changes nothing.")
    @APIResponse(responseCode = "204", description = "Kept")
    @APIResponse(responseCode = "409", description = "One of them was erased")
    public Uni<Response> join(@PathParam("person") UUID person, LivesWith sent) {
        var asked = asking.asked();
        var invalid = new Invalid();
        invalid.check(sent.with() != null, "with", "required", "This is required.");
        var with = invalid.uuid("with", sent.with());
        invalid.check(!person.equals(with), "with", "the-person", "Another person.");
        invalid.throwIfAny();
        return householding.join(asked, person, Objects.requireNonNull(with, "a fault was found and not noted"));
    }

    @DELETE
    @RolesAllowed({Role.WORKER, Role.COORDINATOR})
    @Operation(operationId = "leaveHousehold", summary = "A person lives with nobody known here any more")
    @APIResponse(responseCode = "204", description = "Kept; also where they were of no household")
    public Uni<Response> leave(@PathParam("person") UUID person) {
        return householding.leave(asking.asked(), person);
    }
}
