package org.kith.referral.people.merging;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.kith.reference.ReferenceCopy;
import org.kith.referral.steps.Coded;
import org.kith.web.caller.Role;
import org.kith.web.command.Asking;
import org.kith.web.problem.Invalid;

/** Says that two references are of one person, and that they are not after all. */
@Path("/api/people/{person}")
@Tag(name = "people")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "404", description = "There is nobody of that reference whom you may see")
public final class MergeResource {
    private static final String REFUSED = "Refused in the state that the two are in; code says why (person-erased, into-erased, merged-already, into-merged, "
            + "others-merged, not-merged), detail what to do";

    private final Merging merging;
    private final ReferenceCopy reference;
    private final Asking asking;

    MergeResource(Merging merging, ReferenceCopy reference, Asking asking) {
        this.merging = merging;
        this.reference = reference;
        this.asking = asking;
    }

    @Schema(name = "Merge", requiredProperties = {"into", "reason"})
    public record Merge(
            @Schema(format = "uuid", description = "Reference of the same person, under which they are to count", examples = "0199c9a0-7b1e-7c3a-9f10-3d2c8e6a1b02") @Nullable String into,
            @Schema(description = "How that is known: code list 'merge-reason'", examples = "person-says") @Nullable String reason) {}

    @Schema(name = "Unmerge", requiredProperties = "reason")
    public record Unmerge(
            @Schema(description = "Code list 'unmerge-reason'", examples = "two-people") @Nullable String reason) {}

    @POST
    @Path("/merge")
    @RolesAllowed({Role.COORDINATOR, Role.STEWARD})
    @Operation(operationId = "mergePerson", summary = "Two references are of one person", description = "The person counts under the other reference from now on, in every programme and report, and is exported, kept and erased with it. "
            + "Nothing recorded before or after changes its reference, so unmerging loses nothing; a report as of an earlier moment stays as it was. For who takes part in every programme that knows either. Saying it again changes nothing.")
    @APIResponse(responseCode = "204", description = "Merged; ETag is the new version")
    @APIResponse(responseCode = "409", description = REFUSED)
    public Uni<Response> merge(@PathParam("person") UUID person, Merge sent) {
        var asked = asking.asked();
        var invalid = new Invalid();
        invalid.check(sent.into() != null, "into", "required", "This is required.");
        var into = invalid.uuid("into", sent.into());
        invalid.check(!person.equals(into), "into", "the-person", "Another reference than the person's own.");
        var reason = Coded.required(invalid, reference.current(), "reason", "merge-reason", sent.reason());
        invalid.throwIfAny();
        return merging.merge(asked, person, Objects.requireNonNull(into, "a fault was found and not noted"), reason);
    }

    @POST
    @Path("/unmerge")
    @RolesAllowed({Role.COORDINATOR, Role.STEWARD})
    @Operation(operationId = "unmergePerson", summary = "They are two people after all", description = "The reference counts by itself again, with all that was ever recorded under it.")
    @APIResponse(responseCode = "204", description = "Unmerged; ETag is the new version")
    @APIResponse(responseCode = "409", description = REFUSED)
    public Uni<Response> unmerge(@PathParam("person") UUID person, Unmerge sent) {
        var asked = asking.asked();
        var invalid = new Invalid();
        var reason = Coded.required(invalid, reference.current(), "reason", "unmerge-reason", sent.reason());
        invalid.throwIfAny();
        return merging.unmerge(asked, person, reason);
    }
}
