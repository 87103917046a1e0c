package org.kith.referral.fhir;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kith.web.caller.Role;

/** What this door can do. The statement is a file, so that asking for it does not bring in all of HAPI. */
@Path("/fhir/metadata")
@Tag(name = "fhir")
@Produces(Systems.MEDIA_TYPE)
public final class CapabilityDoor {
    private static final byte[] STATEMENT = read();

    @GET
    @NonBlocking
    @RolesAllowed({
            Role.REFERRER, Role.WORKER, Role.COORDINATOR, Role.FUNDER, Role.PROGRAMME_MANAGER, Role.ANALYST, Role.STEWARD, Role.ADMINISTRATOR})
    @Operation(operationId = "readCapabilities", summary = "What the FHIR door can do", description = "A CapabilityStatement of FHIR R4.")
    @APIResponse(responseCode = "200", description = "The CapabilityStatement", content = @Content(mediaType = Systems.MEDIA_TYPE, schema = @Schema(type = SchemaType.OBJECT)))
    public byte[] capabilities() {
        return STATEMENT.clone();
    }

    private static byte[] read() {
        try (var file = Objects.requireNonNull(CapabilityDoor.class.getResourceAsStream("capability-statement.json"), "the statement is in the jar")) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
