package org.kith.referral.safeguarding;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.kith.reference.ReferenceCopy;
import org.kith.referral.steps.Coded;
import org.kith.web.caller.Role;
import org.kith.web.command.Asking;
import org.kith.web.precondition.ETags;
import org.kith.web.problem.Invalid;

/** Concerns that somebody may be at risk of harm. Many may raise one; few may see it. */
@Path("/api/safeguarding-concerns")
@Tag(name = "safeguarding")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ConcernsResource {
    private static final int NOTE = 4_000;

    private final Safeguarding safeguarding;
    private final ReferenceCopy reference;
    private final Asking asking;

    ConcernsResource(Safeguarding safeguarding, ReferenceCopy reference, Asking asking) {
        this.safeguarding = safeguarding;
        this.reference = reference;
        this.asking = asking;
    }

    @Schema(name = "ConcernRaised", requiredProperties = {"referral", "kind"})
    public record Raising(
            @Schema(format = "uuid", description = "The referral in which it arose", examples = "0199c9a0-7b1e-7c3a-9f10-3d2c8e6a1b01") @Nullable String referral,
            @Schema(description = "Code list 'safeguarding-kind'", examples = "neglect") @Nullable String kind,
            @Schema(maxLength = 4000, description = "About the person; kept encrypted, never in an event") @Nullable String note) {

        @Override
        public String toString() {
            return "Raising[…]";
        }
    }

    @Schema(name = "ConcernAction", requiredProperties = "action")
    public record Action(@Schema(description = "Code list 'safeguarding-action'", examples = "referred-to-authority") @Nullable String action) {}

    @Schema(name = "SafeguardingConcerns")
    public record Concernings(List<ConcernView> items) {}

    @POST
    @RolesAllowed({Role.REFERRER, Role.WORKER, Role.COORDINATOR})
    @Operation(operationId = "raiseConcern", summary = "Somebody may be at risk of harm", description = "Who raises it cannot read it again: coordinators of the programme can.")
    @APIResponse(responseCode = "201", description = "Raised and durable")
    public Uni<Response> raise(Raising sent) {
        var asked = asking.asked();
        var invalid = new Invalid();
        if (sent.referral() == null) invalid.add("referral", "required", "This is required.");
        var referral = invalid.uuid("referral", sent.referral());
        var kind = Coded.required(invalid, reference.current(), "kind", "safeguarding-kind", sent.kind());
        var note = invalid.optional("note", sent.note(), NOTE);
        invalid.throwIfAny();
        if (referral == null) throw new IllegalStateException("a fault was found and not noted");
        return safeguarding.raise(asked, referral, kind, note);
    }

    @GET
    @RolesAllowed(Role.COORDINATOR)
    @Operation(operationId = "listConcerns", summary = "Safeguarding concerns, those that nobody has acknowledged first", description = "The latest 200 of the programmes that you coordinate, without what was said about anybody.")
    @APIResponse(responseCode = "200", description = "The concerns")
    public Uni<Concernings> list() {
        return safeguarding.of(asking.asked().caller()).map(Concernings::new);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Role.COORDINATOR)
    @Operation(operationId = "readConcern", summary = "A safeguarding concern", description = "Every read is audited.")
    @APIResponse(responseCode = "200", description = "The concern; ETag is what If-Match of the next step is to be")
    @APIResponse(responseCode = "404", description = "There is none that you may see")
    public Uni<RestResponse<ConcernView>> read(@PathParam("id") UUID id) {
        return safeguarding.read(asking.asked(), id)
                .map(concern -> RestResponse.ResponseBuilder.ok(concern).header("ETag", ETags.of(concern.version())).build());
    }

    @POST
    @Path("/{id}/acknowledge")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Role.COORDINATOR)
    @Operation(operationId = "acknowledgeConcern", summary = "Somebody other than who raised it has taken note and is responsible now")
    @APIResponse(responseCode = "200", description = "Done; ETag is the new version")
    @APIResponse(responseCode = "428", description = "This change needs an If-Match")
    public Uni<Response> acknowledge(@PathParam("id") UUID id) {
        return safeguarding.acknowledge(asking.asked().mustMatch(), id);
    }

    @POST
    @Path("/{id}/actions")
    @RolesAllowed(Role.COORDINATOR)
    @Operation(operationId = "recordConcernAction", summary = "Something was done about a concern")
    @APIResponse(responseCode = "200", description = "Done; ETag is the new version")
    public Uni<Response> act(@PathParam("id") UUID id, Action sent) {
        var asked = asking.asked();
        var invalid = new Invalid();
        var action = Coded.required(invalid, reference.current(), "action", "safeguarding-action", sent.action());
        invalid.throwIfAny();
        return safeguarding.act(asked, id, action);
    }
}
