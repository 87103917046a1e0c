package org.kith.directory.partners;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.kith.directory.partners.domain.PartnerCommand;
import org.kith.directory.partners.domain.PartnerCommand.Resume;
import org.kith.directory.partners.domain.PartnerCommand.Rotate;
import org.kith.directory.partners.domain.PartnerCommand.Suspend;
import org.kith.directory.reading.Registers;
import org.kith.web.caller.Role;
import org.kith.web.command.Asking;
import org.kith.web.paging.Page;
import org.kith.web.paging.PageAsked;
import org.kith.web.problem.Invalid;
import org.kith.web.problem.Problems;

/** Who may come in from outside. For administrators, whose every act here is kept with its time and their account. */
@Path("/api/partners")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PartnersResource {
    private static final int MOST_OVERLAP_SECONDS = (int) Duration.ofDays(7).toSeconds();

    private final Onboarding onboarding;
    private final PartnerHistory history;
    private final Registers registers;
    private final Asking asking;

    PartnersResource(Onboarding onboarding, PartnerHistory history, Registers registers, Asking asking) {
        this.onboarding = onboarding;
        this.history = history;
        this.registers = registers;
        this.asking = asking;
    }

    @Schema(name = "PartnerSuspension", requiredProperties = "reason")
    public record Suspension(@Schema(description = "One of secret-leaked, agreement-ended, under-investigation, other", examples = "secret-leaked") @Nullable String reason) {}

    @Schema(name = "PartnerRotation")
    public record Rotation(
            @Schema(minimum = "0", maximum = "604800", description = "Of a practice: how long the old secret stays good beside the new one. A system's old one ends at once", examples = "86400") @Nullable Integer overlapSeconds) {}

    @POST
    @RolesAllowed(Role.ADMINISTRATOR)
    @Operation(operationId = "onboardPartner", summary = "Let a partner's system or a practice in", description = """
            Its credentials are in this answer, and nowhere else. Idempotency-Key is required: whoever did not get the answer, sends \
            the request again with the same key and gets it; a crash in between is made good by that.""")
    @APIResponse(responseCode = "201", description = "It may come in; Location names it", content = @Content(schema = @Schema(implementation = Credentialed.class)))
    public Uni<Response> onboard(PartnerRequest sent) {
        return onboarding.onboard(sent, asking.asked());
    }

    @POST
    @Path("{id}/rotate")
    @RolesAllowed(Role.ADMINISTRATOR)
    @Operation(operationId = "rotatePartnerCredentials", summary = "Give it a new secret", description = "Also while it is suspended. Idempotency-Key is required.")
    @APIResponse(responseCode = "200", description = "With the new secret", content = @Content(schema = @Schema(implementation = Credentialed.class)))
    public Uni<Response> rotate(@PathParam("id") UUID id, Rotation sent) {
        var asked = asking.asked();
        var invalid = new Invalid();
        int overlap = sent.overlapSeconds() == null ? 0 : sent.overlapSeconds();
        invalid.check(overlap >= 0 && overlap <= MOST_OVERLAP_SECONDS, "overlapSeconds", "out-of-range", "From 0 to " + MOST_OVERLAP_SECONDS + " seconds.");
        invalid.throwIfAny();
        return onboarding.rotate(id, new Rotate(asked.now().plusSeconds(overlap), asked.now()), asked);
    }

    @POST
    @Path("{id}/suspend")
    @RolesAllowed(Role.ADMINISTRATOR)
    @Operation(operationId = "suspendPartner", summary = "Shut it out", description = "At once: also tokens that it has already are refused.")
    @APIResponse(responseCode = "200", description = "It cannot come in any more")
    public Uni<Response> suspend(@PathParam("id") UUID id, Suspension sent) {
        var asked = asking.asked();
        var invalid = new Invalid();
        var reason = invalid.required("reason", sent.reason(), 64);
        if (reason != null) invalid.check(SuspensionReason.REASONS.contains(reason), "reason", "unknown-code", "One of " + String.join(", ", SuspensionReason.REASONS) + ".");
        invalid.throwIfAny();
        return onboarding.change(id, new Suspend(reason == null ? "" : reason, asked.now()), asked);
    }

    @POST
    @Path("{id}/resume")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Role.ADMINISTRATOR)
    @Operation(operationId = "resumePartner", summary = "Let it in again", description = "With the credentials that it had.")
    @APIResponse(responseCode = "200", description = "It may come in again")
    public Uni<Response> resume(@PathParam("id") UUID id) {
        var asked = asking.asked();
        PartnerCommand command = new Resume(asked.now());
        return onboarding.change(id, command, asked);
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Role.ADMINISTRATOR)
    @Operation(operationId = "getPartner", summary = "A partner, without its secret")
    public Uni<RestResponse<PartnerView>> partner(@PathParam("id") UUID id) {
        return registers.find(PartnerRow.class, id.toString()).map(Registers::answer);
    }

    @GET
    @RolesAllowed(Role.ADMINISTRATOR)
    @Operation(operationId = "listPartners", summary = "Partners")
    public Uni<Page<PartnerView>> list(@QueryParam("after") @Nullable String after, @QueryParam("limit") @Nullable String limit) {
        return registers.all(PartnerRow.class, PageAsked.read(after, limit));
    }

    @GET
    @Path("{id}/history")
    @RolesAllowed({Role.ADMINISTRATOR, Role.STEWARD})
    @Operation(operationId = "readPartnerHistory", summary = "What was done about a partner, when and by whom")
    public Uni<PartnerHistory.Answer> history(@PathParam("id") UUID id) {
        return history.of(id).map(done -> {
            if (done.done().isEmpty()) throw Problems.notFound();
            return done;
        });
    }
}
