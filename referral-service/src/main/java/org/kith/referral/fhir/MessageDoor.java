package org.kith.referral.fhir;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hl7.fhir.r4.model.Bundle;
import org.jspecify.annotations.Nullable;
import org.kith.web.caller.Role;
import org.kith.web.command.Asking;

/** A referral as a message of the NHS Booking and Referral Standard, answered at once. */
@Path("/fhir/$process-message")
@Tag(name = "fhir")
@Produces(Systems.MEDIA_TYPE)
@Consumes(Systems.MEDIA_TYPE)
public final class MessageDoor {
    private final FhirReading reading;
    private final FhirReceiving receiving;
    private final FhirCancelling cancelling;
    private final TargetIdentifier target;
    private final Asking asking;

    MessageDoor(FhirReading reading, FhirReceiving receiving, FhirCancelling cancelling, TargetIdentifier target, Asking asking) {
        this.reading = reading;
        this.receiving = receiving;
        this.cancelling = cancelling;
        this.target = target;
        this.asking = asking;
    }

    @POST
    @RolesAllowed({Role.REFERRER, Role.WORKER, Role.COORDINATOR})
    @Operation(operationId = "processMessage", summary = "Refer somebody, or take it back, by a message of the NHS Booking and Referral Standard", description = "A Bundle of type message: servicerequest-request, whose focus is a ServiceRequest. With the reason new it refers, and the timestamp says when where the request has no authoredOn. With the reason update and the status revoked who referred cancels, until it has ended; with entered-in-error until it was answered. It is named by its id here, or by its sender's identifier with performer and subject as they were referred; the extension request-statusReason says why.")
    @APIResponse(responseCode = "200", description = "Received and durable; the answer is a message, servicerequest-response, whose focus is the ServiceRequest that Location names", content = @Content(mediaType = Systems.MEDIA_TYPE, schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(responseCode = "409", description = "The same person is already referred under the same identifier: Location names that ServiceRequest. Or it cannot be cancelled any more")
    @APIResponse(responseCode = "422", description = "Not a message that is taken here, or its content is not valid; each issue's expression is the FHIRPath at fault")
    @RequestBody(required = true, content = @Content(mediaType = Systems.MEDIA_TYPE, schema = @Schema(type = SchemaType.OBJECT), example = FhirExamples.MESSAGE))
    public Uni<Response> process(
            @Parameter(description = "Base64 of a JSON Identifier of the service that is meant") @HeaderParam(TargetIdentifier.HEADER) @Nullable String targeted,
            byte[] body) {
        var asked = asking.asked(FhirReceiving.REQUEST_ID, body);
        target.check(targeted);
        return reading.read(Bundle.class, body).chain(read -> {
            var message = new Message(read.resource(), read.faults()).read();
            return message.cancels()
                    ? cancelling.cancel(message, read.faults(), asked).chain(cancelled -> answered(message.id(), Message.UPDATE, cancelled))
                    : receiving.receive(message.submission(), read.faults(), asked).chain(received -> answered(message.id(), Message.NEW, received));
        });
    }

    /** Made of what was stored under the key, so that a message sent again is answered by the same message. */
    private Uni<Response> answered(String message, String reason, Response received) {
        var location = received.getHeaderString(HttpHeaders.LOCATION);
        var referral = UUID.fromString(location.substring(FhirReceiving.ADDRESS.length()));
        var made = received.getEntity() instanceof String event ? UUID.fromString(event) : referral;
        return reading.write(MessageAnswer.to(message, reason, referral, made)).map(json -> Response.ok(json, Systems.MEDIA_TYPE)
                .header(HttpHeaders.LOCATION, location)
                .header(HttpHeaders.ETAG, received.getHeaderString(HttpHeaders.ETAG))
                .build());
    }
}
