package org.kith.referral.fhir;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
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
import org.hl7.fhir.r4.model.ServiceRequest;
import org.jspecify.annotations.Nullable;
import org.kith.referral.reading.Disclosure;
import org.kith.web.caller.Role;
import org.kith.web.command.Asking;
import org.kith.web.precondition.ETags;

/** A referral as one ServiceRequest, made and read back. */
@Path("/fhir/ServiceRequest")
@Tag(name = "fhir")
@Produces(Systems.MEDIA_TYPE)
public final class ServiceRequestDoor {
    private final FhirReading reading;
    private final FhirReceiving receiving;
    private final TargetIdentifier target;
    private final Disclosure disclosure;
    private final Asking asking;

    ServiceRequestDoor(FhirReading reading, FhirReceiving receiving, TargetIdentifier target, Disclosure disclosure, Asking asking) {
        this.reading = reading;
        this.receiving = receiving;
        this.target = target;
        this.disclosure = disclosure;
        this.asking = asking;
    }

    @POST
    @Consumes(Systems.MEDIA_TYPE)
    @RolesAllowed({Role.REFERRER, Role.WORKER, Role.COORDINATOR})
    @Operation(operationId = "referByServiceRequest", summary = "Refer somebody, in FHIR R4", description = "A UKCore-ServiceRequest whose subject is a contained Patient and whose supportingInfo is a contained Consent.")
    @APIResponse(responseCode = "201", description = "Received and durable; Location and ETag name the ServiceRequest")
    @APIResponse(responseCode = "409", description = "The same person is already referred under the same identifier; Location names that ServiceRequest")
    @APIResponse(responseCode = "422", description = "The content is not valid; each issue's expression is the FHIRPath at fault")
    @RequestBody(required = true, content = @Content(mediaType = Systems.MEDIA_TYPE, schema = @Schema(type = SchemaType.OBJECT), example = FhirExamples.SERVICE_REQUEST))
    public Uni<Response> create(
            @Parameter(description = "Base64 of a JSON Identifier of the service that is meant") @HeaderParam(TargetIdentifier.HEADER) @Nullable String targeted,
            byte[] body) {
        var asked = asking.asked(FhirReceiving.REQUEST_ID, body);
        target.check(targeted);
        return reading.read(ServiceRequest.class, body)
                .chain(read -> receiving.receive(Submission.of(read.resource()), read.faults(), asked));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.REFERRER, Role.WORKER, Role.COORDINATOR, Role.PROGRAMME_MANAGER, Role.STEWARD})
    @Operation(operationId = "readServiceRequest", summary = "A referral as it stands, in FHIR R4", description = "With the Patient contained for those who may see the person; every such read is audited.")
    @APIResponse(responseCode = "200", description = "The ServiceRequest", content = @Content(mediaType = Systems.MEDIA_TYPE, schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(responseCode = "404", description = "There is none that you may see")
    public Uni<Response> read(@PathParam("id") UUID id) {
        return disclosure.of(id, asking.asked())
                .chain(found -> reading.write(Written.serviceRequest(found)).map(json -> Response.ok(json, Systems.MEDIA_TYPE)
                        .header(HttpHeaders.ETAG, ETags.of(found.view().version))
                        .build()));
    }
}
