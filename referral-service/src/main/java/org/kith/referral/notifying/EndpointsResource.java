package org.kith.referral.notifying;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.kith.web.caller.Role;
import org.kith.web.command.Asking;
import org.kith.web.precondition.ETags;
import org.kith.web.problem.Invalid;

/** Where senders want to be told what became of their referrals. */
@Path("/api/webhook-endpoints")
@Tag(name = "referrals")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class EndpointsResource {
    private static final int USUAL = 50;
    private static final int MOST = 200;
    private static final int MOST_OVERLAP_SECONDS = (int) Duration.ofDays(7).toSeconds();
    private static final int USUAL_OVERLAP_SECONDS = (int) Duration.ofDays(1).toSeconds();

    private final Endpoints endpoints;
    private final Asking asking;

    EndpointsResource(Endpoints endpoints, Asking asking) {
        this.endpoints = endpoints;
        this.asking = asking;
    }

    /** @param next what {@code after} is to be for the next page; absent on the last */
    @Schema(name = "WebhookEndpoints")
    record Page(List<Endpoint> items, @Nullable UUID next) {}

    @PUT
    @Path("/{id}")
    @RolesAllowed({Role.REFERRER, Role.ADMINISTRATOR})
    @Operation(operationId = "putWebhookEndpoint", summary = "Be told what becomes of your referrals", description = """
            Under a UUID of your own making. Each event from then on is posted there by Standard Webhooks, says nothing about the \
            person, and is tried again over three days until it is answered with 2xx; a later one of the same referral waits for an \
            earlier one. Answering 410 disables the endpoint; putting it again enables it. The secret is in the answer to the first request \
            and nowhere else.""")
    @APIResponse(responseCode = "200", description = "Changed", content = @Content(schema = @Schema(implementation = Endpoint.class)))
    @APIResponse(responseCode = "201", description = "Registered, with its secret", content = @Content(schema = @Schema(implementation = Endpoint.class)))
    @APIResponse(responseCode = "404", description = "It is not yours")
    @APIResponse(responseCode = "409", description = "Your organisation has as many as it may, or that one was deleted")
    public Uni<Response> put(@PathParam("id") UUID id, EndpointRequest sent) {
        return endpoints.put(id, sent, asking.asked()).map(EndpointsResource::answer);
    }

    @POST
    @Path("/{id}/rotate")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed({Role.REFERRER, Role.ADMINISTRATOR})
    @Operation(operationId = "rotateWebhookSecret", summary = "Get a new secret", description = "Deliveries carry a signature by each secret that is good, so that none is missed while you change it.")
    @APIResponse(responseCode = "200", description = "With the new secret", content = @Content(schema = @Schema(implementation = Endpoint.class)))
    @APIResponse(responseCode = "404", description = "There is none that is yours")
    @APIResponse(responseCode = "428", description = "If-Match is required")
    public Uni<Response> rotate(
            @PathParam("id") UUID id,
            @Parameter(description = "How long deliveries are signed with the old secret beside the new one, at most a week. Left out: a day.", example = "86400") @QueryParam("overlapSeconds") @Nullable String overlapSeconds,
            @Parameter(description = "The ETag of the version that you decided on: whoever did not get the answer sees from it whether there is a new secret.", required = true, example = "\"1\"") @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version) {
        var asked = asking.asked().mustMatch();
        var invalid = new Invalid();
        int overlap = invalid.wholeNumber("overlapSeconds", overlapSeconds, 0, MOST_OVERLAP_SECONDS, USUAL_OVERLAP_SECONDS);
        invalid.throwIfAny();
        return endpoints.rotate(id, overlap, asked).map(rotated -> answer(new Endpoints.Put(false, rotated)));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.REFERRER, Role.ADMINISTRATOR})
    @Operation(operationId = "getWebhookEndpoint", summary = "An endpoint, without its secret")
    @APIResponse(responseCode = "200", description = "The endpoint", content = @Content(schema = @Schema(implementation = Endpoint.class)))
    @APIResponse(responseCode = "404", description = "There is none that is yours")
    public Uni<Response> get(@PathParam("id") UUID id) {
        return endpoints.get(id, asking.asked().caller()).map(found -> answer(new Endpoints.Put(false, found)));
    }

    @GET
    @RolesAllowed({Role.REFERRER, Role.ADMINISTRATOR})
    @Operation(operationId = "listWebhookEndpoints", summary = "Your organisation's endpoints", description = "For an administrator, everybody's.")
    public Uni<Page> list(@QueryParam("after") @Nullable String after, @QueryParam("limit") @Nullable String limit) {
        var invalid = new Invalid();
        var from = invalid.uuid("after", after);
        int most = invalid.wholeNumber("limit", limit, 1, MOST, USUAL);
        invalid.throwIfAny();
        return endpoints.list(asking.asked().caller(), from, most).map(found -> new Page(found, found.size() < most ? null : found.getLast().id()));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed({Role.REFERRER, Role.ADMINISTRATOR})
    @Operation(operationId = "deleteWebhookEndpoint", summary = "Be told no more", description = "What waits to be delivered is cancelled.")
    @APIResponse(responseCode = "204", description = "Nothing more is sent there")
    @APIResponse(responseCode = "404", description = "There is none that is yours")
    public Uni<Response> delete(@PathParam("id") UUID id) {
        return endpoints.delete(id, asking.asked()).replaceWith(() -> Response.noContent().build());
    }

    private static Response answer(Endpoints.Put put) {
        var endpoint = put.endpoint();
        var response = put.registered() ? Response.status(201).header(HttpHeaders.LOCATION, "/api/webhook-endpoints/" + endpoint.id()) : Response.ok();
        return response.header(HttpHeaders.ETAG, ETags.of(endpoint.version())).entity(endpoint).build();
    }
}
