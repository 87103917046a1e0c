package org.kith.referral.linkage;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kith.reference.ReferenceCopy;
import org.kith.web.caller.Role;
import org.kith.web.command.Asking;

/** What a steward agreed with those who evaluate a programme. */
@Path("/api/linkage-agreements")
@Tag(name = "people")
@Produces(MediaType.APPLICATION_JSON)
public final class AgreementsResource {
    private static final String ADDRESS = "/api/linkage-agreements/";

    private final Agreements agreements;
    private final ReferenceCopy reference;
    private final Asking asking;

    AgreementsResource(Agreements agreements, ReferenceCopy reference, Asking asking) {
        this.agreements = agreements;
        this.reference = reference;
        this.asking = asking;
    }

    @Schema(name = "LinkageAgreements")
    record Listed(List<Agreement> items) {}

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.STEWARD)
    @Operation(operationId = "makeLinkageAgreement", summary = "Agree on extracts for an evaluation", description = "Under a UUID of your own making. The key is yours, or made here: then it is in the answer to the first request and nowhere else. "
            + "Give it to whoever is to link, and to nobody who gets the extracts only. What was agreed stays as it is: to agree on something else, make another under an id of its own, and revoke this one.")
    @APIResponse(responseCode = "200", description = "The same was agreed before; without its key", content = @Content(schema = @Schema(implementation = Agreement.class)))
    @APIResponse(responseCode = "201", description = "Agreed, with its key where it was made here", content = @Content(schema = @Schema(implementation = Agreement.class)))
    @APIResponse(responseCode = "404", description = "One of that id is another organisation's")
    @APIResponse(responseCode = "409", description = "agreed-otherwise: something else was agreed under this id")
    public Uni<Response> make(@PathParam("id") UUID id, AgreementRequest sent) {
        var asked = asking.asked();
        var checked = sent.check(id, reference.current(), asked);
        return agreements.make(checked, asked.caller()).chain(made -> agreements.find(id, asked.caller()).chain(found -> made
                ? Uni.createFrom()
                        .item(Response.status(201).header(HttpHeaders.LOCATION, ADDRESS + id).entity(checked.generated() ? found.with(checked.key().base64()) : found).build())
                : agreements.mustBe(found, checked, asked).replaceWith(() -> Response.ok(found).build())));
    }

    @GET
    @RolesAllowed({Role.STEWARD, Role.ANALYST})
    @Operation(operationId = "listLinkageAgreements", summary = "Agreements on extracts, the latest first")
    public Uni<Listed> list() {
        return agreements.all(asking.asked().caller()).map(Listed::new);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.STEWARD, Role.ANALYST})
    @Operation(operationId = "readLinkageAgreement", summary = "An agreement, without its key")
    @APIResponse(responseCode = "200", description = "The agreement")
    @APIResponse(responseCode = "404", description = "There is none that is your organisation's")
    public Uni<Agreement> read(@PathParam("id") UUID id) {
        return agreements.find(id, asking.asked().caller());
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Role.STEWARD)
    @Operation(operationId = "revokeLinkageAgreement", summary = "End an agreement", description = "Its key is destroyed, so that no extract can be made under it ever again. What was given before is not ours to take back.")
    @APIResponse(responseCode = "204", description = "It has ended")
    @APIResponse(responseCode = "404", description = "There is none that is your organisation's")
    public Uni<Response> revoke(@PathParam("id") UUID id) {
        var asked = asking.asked();
        return agreements.find(id, asked.caller())
                .chain(agreement -> agreements.revoke(agreement, asked))
                .replaceWith(() -> Response.noContent().build());
    }
}
