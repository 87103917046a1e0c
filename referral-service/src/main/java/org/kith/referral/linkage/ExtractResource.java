package org.kith.referral.linkage;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.kith.web.caller.Role;
import org.kith.web.checking.Shapes;
import org.kith.web.command.Asking;
import org.kith.web.problem.Invalid;

/** Where an extract is had. */
@Path("/api/linkage-agreements/{id}/extract")
@Tag(name = "people")
@Produces(MediaType.APPLICATION_JSON)
public final class ExtractResource {
    private static final String CSV = "text/csv";

    private final Agreements agreements;
    private final Extracting extracting;
    private final Asking asking;

    ExtractResource(Agreements agreements, Extracting extracting, Asking asking) {
        this.agreements = agreements;
        this.extracting = extracting;
        this.asking = asking;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, CSV})
    @RolesAllowed({Role.STEWARD, Role.ANALYST})
    @Operation(operationId = "takeLinkageExtract", summary = "The people whom the agreement's programmes supported in a period, under pseudonyms", description = "With whom a contact was held or to whom support was given. No name, number, postcode, day or birth date is in it. The linkageId is "
            + "HMAC-SHA-256 under the agreed key over the ten digits of the NHS number, or else of the CHI number, so that who holds the key can find the same person among "
            + "their own records. Who said no, who was erased, and who has no number is not in it. It is written down whose data were given to whom. As CSV with Accept: text/csv.")
    @APIResponse(responseCode = "200", description = "A row a person and programme, ordered by pseudonym", content = {
            @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Extract.class)),
            @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING))})
    @APIResponse(responseCode = "404", description = "There is no agreement that is your organisation's")
    @APIResponse(responseCode = "409", description = "The agreement was revoked, or its last day is over")
    public Uni<Response> take(
            @PathParam("id") UUID id, @QueryParam("from") @Nullable String from, @QueryParam("until") @Nullable String until, @Context HttpHeaders headers) {
        var asked = asking.asked();
        var invalid = new Invalid();
        var first = Shapes.pastDay(invalid, "from", from, asked.now());
        var last = Shapes.pastDay(invalid, "until", until, asked.now());
        if (first != null && last != null) invalid.check(!last.isBefore(first), "until", "before-from", "This is before the first day.");
        invalid.throwIfAny();
        var days = new Days(Objects.requireNonNull(first), Objects.requireNonNull(last));
        var accepted = headers.getAcceptableMediaTypes().getFirst();
        boolean csv = accepted.isCompatible(MediaType.valueOf(CSV)) && !accepted.isWildcardType();
        return agreements.find(id, asked.caller()).chain(agreement -> {
            if (!agreement.holds(LocalDate.ofInstant(asked.now(), Shapes.LONDON))) throw Agreements.ended();
            return extracting.of(agreement, days, asked);
        }).map(extract -> csv ? Response.ok(ExtractCsv.of(extract), CSV).build() : Response.ok(extract, MediaType.APPLICATION_JSON).build());
    }
}
