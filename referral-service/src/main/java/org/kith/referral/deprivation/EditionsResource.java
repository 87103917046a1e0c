package org.kith.referral.deprivation;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.kith.reference.ReferenceCopy;
import org.kith.web.caller.Role;
import org.kith.web.checking.Shapes;
import org.kith.web.command.Asking;
import org.kith.web.problem.Invalid;
import org.kith.web.problem.Problems;

/** Where editions of the nations' indexes of deprivation are loaded. */
@Path("/api/deprivation-indexes")
@Tag(name = "programmes")
@Produces(MediaType.APPLICATION_JSON)
public final class EditionsResource {
    private static final String CSV = "text/csv";
    private static final int MOST_PARTS = 1_000;
    private static final int MOST_POSTCODES = 5_000_000;

    private final Editions editions;
    private final ReferenceCopy reference;
    private final Asking asking;
    private final Vertx vertx;

    EditionsResource(Editions editions, ReferenceCopy reference, Asking asking, Vertx vertx) {
        this.editions = editions;
        this.reference = reference;
        this.asking = asking;
        this.vertx = vertx;
    }

    @Schema(name = "DeprivationEditions")
    record Listed(List<Edition> items) {}

    @Schema(name = "DeprivationEditionRequest", requiredProperties = {"appliesFrom", "postcodes"})
    public record EditionRequest(
            @Schema(format = "date", description = "The first day on which referrals are told by it", examples = "2020-01-28") @Nullable String appliesFrom,
            @Schema(minimum = "1", maximum = "5000000", description = "How many postcodes it has in all its parts", examples = "227066") @Nullable Long postcodes) {}

    @GET
    @RolesAllowed({Role.ADMINISTRATOR, Role.STEWARD, Role.ANALYST, Role.PROGRAMME_MANAGER})
    @Operation(operationId = "listDeprivationIndexes", summary = "Editions of indexes of deprivation, and from when on they apply")
    public Uni<Listed> list() {
        return editions.all().map(Listed::new);
    }

    @PUT
    @Path("/{index}/editions/{edition}/parts/{part}")
    @Consumes(CSV)
    @RolesAllowed(Role.ADMINISTRATOR)
    @Operation(operationId = "loadDeprivationPart", summary = "Load a part of an edition", description = "CSV in UTF-8, columns named in the first row: postcode and decile (1 is the most deprived tenth), and for Scotland council_area "
            + "(code list 'council-area'); data_zone may be there and is not kept. A request holds a mebibyte, some 30,000 postcodes, so that Scotland is loaded "
            + "in eight. The same part again changes nothing. Nothing is looked up in an edition before it is said to be whole.")
    @APIResponse(responseCode = "200", description = "Loaded, or was before", content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Edition.class)))
    @APIResponse(responseCode = "409", description = "Another part has this number, or the edition applies already")
    @APIResponse(responseCode = "422", description = "Rows that are wrong, by their number; nothing was loaded")
    @RequestBody(required = true, content = @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING), example = "postcode,data_zone,decile,council_area\nEH99 1SP,S01008677,7,S12000036\n"))
    public Uni<Response> load(@PathParam("index") String index, @PathParam("edition") String edition, @PathParam("part") String part, byte[] body) {
        var which = known(index, edition);
        var invalid = new Invalid();
        int number = invalid.wholeNumber("part", part, 1, MOST_PARTS, 0);
        invalid.throwIfAny();
        var actor = asking.asked().caller().subject();
        var councils = which.hasCouncilAreas() ? reference.current().codeList("council-area").map(list -> Set.copyOf(list.codes().keySet())).orElse(Set.of()) : Set.<String>of();
        return aside(() -> PartFile.read(body, councils))
                .chain(file -> editions.load(which, edition, number, file, sha256(body), actor))
                .chain(() -> editions.find(which, edition))
                .map(now -> Response.ok(now).build());
    }

    @PUT
    @Path("/{index}/editions/{edition}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.ADMINISTRATOR)
    @Operation(operationId = "applyDeprivationEdition", summary = "Say that an edition is whole, and from when on it applies", description = "From that day on until a later edition's; what was told by another before stays so. Again, it changes nothing.")
    @APIResponse(responseCode = "200", description = "It applies", content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Edition.class)))
    @APIResponse(responseCode = "409", description = "Its parts hold another number of postcodes, it applies from another day, or another edition applies from that day")
    public Uni<Response> apply(@PathParam("index") String index, @PathParam("edition") String edition, EditionRequest sent) {
        var which = known(index, edition);
        var invalid = new Invalid();
        LocalDate from = Shapes.day(invalid, "appliesFrom", sent.appliesFrom());
        var postcodes = sent.postcodes();
        invalid.check(postcodes != null, "postcodes", "required", "Say how many it has in all its parts.");
        invalid.check(postcodes == null || postcodes > 0 && postcodes <= MOST_POSTCODES, "postcodes", "out-of-range", "An edition has from 1 to " + MOST_POSTCODES + " postcodes.");
        invalid.throwIfAny();
        var actor = asking.asked().caller().subject();
        return editions.apply(which, edition, Objects.requireNonNull(from), Math.toIntExact(Objects.requireNonNull(postcodes)), actor)
                .chain(() -> editions.find(which, edition))
                .map(now -> Response.ok(now).build());
    }

    @DELETE
    @Path("/{index}/editions/{edition}")
    @RolesAllowed(Role.ADMINISTRATOR)
    @Operation(operationId = "takeOutDeprivationEdition", summary = "Take out an edition that is not whole yet")
    @APIResponse(responseCode = "204", description = "Nothing of it is left")
    @APIResponse(responseCode = "409", description = "It applies")
    public Uni<Response> takeOut(@PathParam("index") String index, @PathParam("edition") String edition) {
        return editions.takeOut(known(index, edition), edition).replaceWith(() -> Response.noContent().build());
    }

    /** @throws org.kith.web.problem.ProblemException 404 for an index there is not, 422 for a name that no edition can have */
    private static DeprivationIndex known(String index, String edition) {
        var which = DeprivationIndex.of(index).orElseThrow(Problems::notFound);
        var invalid = new Invalid();
        Shapes.slug(invalid, "edition", edition);
        invalid.throwIfAny();
        return which;
    }

    private <T> Uni<T> aside(Callable<T> work) {
        return Uni.createFrom().completionStage(() -> vertx.executeBlocking(work, false).toCompletionStage());
    }

    private static byte[] sha256(byte[] body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
