package org.kith.referral.notifying;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.kith.web.caller.Callers;
import org.kith.web.caller.Role;
import org.kith.web.problem.Invalid;
import org.kith.web.problem.Problems;

/** What was sent to an organisation's endpoints, and what came of it. */
@Path("/api/webhook-deliveries")
@Tag(name = "referrals")
@Produces(MediaType.APPLICATION_JSON)
public final class DeliveriesResource {
    private static final int USUAL = 50;
    private static final int MOST = 200;
    private static final List<String> STATES = List.of("pending", "delivered", "failed", "cancelled");

    private final DeliveryStore store;
    private final Callers callers;

    DeliveriesResource(DeliveryStore store, Callers callers) {
        this.store = store;
        this.callers = callers;
    }

    /** @param next what {@code after} is to be for the next page; absent on the last */
    @Schema(name = "WebhookDeliveries")
    record Page(List<DeliveryView> items, @Nullable UUID next) {}

    @GET
    @RolesAllowed({Role.REFERRER, Role.ADMINISTRATOR})
    @Operation(operationId = "listWebhookDeliveries", summary = "What was sent to your endpoints", description = "The newest first. For an administrator, everybody's.")
    public Uni<Page> list(
            @Parameter(description = "pending, delivered, failed or cancelled. Left out: any.", example = "failed") @QueryParam("state") @Nullable String state,
            @Parameter(description = "Id of one endpoint. Left out: all of them.", example = "0198f3a2-7c1e-7b1a-9d55-0a4be2f6c320") @QueryParam("endpoint") @Nullable String endpoint,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        var whose = Endpoints.whose(callers.current());
        var invalid = new Invalid();
        invalid.check(state == null || STATES.contains(state), "state", "unknown", "One of " + String.join(", ", STATES) + ".");
        var of = invalid.uuid("endpoint", endpoint);
        var from = invalid.uuid("after", after);
        int most = invalid.wholeNumber("limit", limit, 1, MOST, USUAL);
        invalid.throwIfAny();
        return store.page(whose, state, of, from, most).map(found -> new Page(found, found.size() < most ? null : found.getLast().id()));
    }

    @POST
    @Path("/{id}/replay")
    @RolesAllowed({Role.REFERRER, Role.ADMINISTRATOR})
    @Operation(operationId = "replayWebhookDelivery", summary = "Have it sent again", description = "Under the same webhook-id, now, and with all tries before it.")
    @APIResponse(responseCode = "202", description = "It is sent in a moment")
    @APIResponse(responseCode = "404", description = "There is none that is yours")
    @APIResponse(responseCode = "409", description = "Its endpoint is disabled or deleted")
    public Uni<Response> replay(@PathParam("id") UUID id) {
        var whose = Endpoints.whose(callers.current());
        return store.organisation(id).chain(organisation -> {
            if (organisation == null || whose != null && !whose.equals(organisation)) throw Problems.notFound();
            return store.replay(id);
        }).map(asked -> {
            if (!asked) throw Problems.conflict("endpoint-not-active", "Its endpoint is disabled or deleted: put it again first.");
            return Response.accepted().build();
        });
    }
}
