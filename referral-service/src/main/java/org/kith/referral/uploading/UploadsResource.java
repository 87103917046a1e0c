package org.kith.referral.uploading;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.kith.eventstore.UuidV7;
import org.kith.referral.receiving.Sender;
import org.kith.vault.PersonKey;
import org.kith.vault.Vault;
import org.kith.web.caller.Role;
import org.kith.web.command.Asked;
import org.kith.web.command.Asking;
import org.kith.web.idempotency.IdempotencyKey;
import org.kith.web.problem.Invalid;
import org.kith.web.problem.Problem;
import org.kith.web.problem.ProblemException;
import org.kith.web.problem.Problems;

/** Where a file of referrals is sent, and what became of it is read. */
@Path("/api/referral-uploads")
@Tag(name = "referrals")
@Produces(MediaType.APPLICATION_JSON)
public final class UploadsResource {
    private static final String CSV = "text/csv";
    private static final String ADDRESS = "/api/referral-uploads/";
    private static final int USUAL = 50;
    private static final int MOST = 200;

    private final UploadStore store;
    private final Uploading uploading;
    private final Vault vault;
    private final ObjectMapper json;
    private final UploadSettings settings;
    private final Asking asking;
    private final WorkerExecutor reading;

    UploadsResource(UploadStore store, Uploading uploading, Vault vault, ObjectMapper json, UploadSettings settings, Asking asking, Vertx vertx) {
        this.store = store;
        this.uploading = uploading;
        this.vault = vault;
        this.json = json;
        this.settings = settings;
        this.asking = asking;
        this.reading = vertx.createSharedWorkerExecutor("kith-uploads", 1);
    }

    @PreDestroy
    void stop() {
        reading.close();
    }

    @Schema(name = "UploadTaken")
    record Taken(UUID id, int rows) {}

    @POST
    @Consumes(CSV)
    @RolesAllowed({Role.REFERRER, Role.WORKER, Role.COORDINATOR})
    @Operation(operationId = "uploadReferrals", summary = "Refer many, from a file", description = "CSV in UTF-8, columns named in the first row, in any order: programme, externalReference, source, givenName, familyName, birthDate, "
            + "reasons (several separated by |) and consentGiven (yes or no) are required; practice, area, nhsNumber, chiNumber, postcode, gender, ethnicity, "
            + "phone, email, consentHow, consentAt, consentBy, safeguarding, note and occurredAt may be there; consentAt and occurredAt are a moment or a day. At most 2,000 rows and a mebibyte. Each row is checked as a "
            + "referral over REST is; one that is refused says why, the others go in. The externalReference is by which a row is known: the same file "
            + "again adds nothing, and a row that says something else says so. A coordinator brings over a programme that began elsewhere: status (awaiting-reply, accepted, "
            + "declined, waiting, allocated, in-support, disengaged, closed) says how far a referral had come, and acceptedAt, waitingSince, waitingReason, worker, allocatedAt, "
            + "firstContactAt, firstContactMode, firstContactMinutes, endedAt and outcome (close-outcome, decline-reason or disengagement-reason) say how and when: a moment, or a "
            + "day. Such rows need occurredAt; nobody is told or reminded of what they say.")
    @APIResponse(responseCode = "202", description = "Taken and durable: it is worked through even if the service is killed. Location names it", content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Taken.class)))
    @APIResponse(responseCode = "422", description = "A column is missing, unknown or there twice, or there are too many rows; nothing was taken")
    @RequestBody(required = true, content = @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING), example = UploadExample.FILE))
    public Uni<Response> upload(byte[] body) {
        var asked = asking.asked(IdempotencyKey.HEADER, body);
        var sender = Sender.account(asked.caller(), "csv", asked.correlationId());
        return store.before(asked.key()).chain(before -> before.isPresent() ? again(before.get()) : take(body, sender, asked));
    }

    @GET
    @Path("/{id}")
    @Produces({MediaType.APPLICATION_JSON, CSV})
    @RolesAllowed({Role.REFERRER, Role.WORKER, Role.COORDINATOR})
    @Operation(operationId = "readUpload", summary = "How far a file is, and what became of each row", description = "Only by the organisation that sent it. As CSV with Accept: text/csv, a line for each fault.")
    @APIResponse(responseCode = "200", description = "The rows that are done, in the order of the file", content = {
            @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = UploadAnswer.class)),
            @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING))})
    public Uni<Response> read(
            @PathParam("id") UUID id, @QueryParam("after") @Nullable String after, @QueryParam("limit") @Nullable String limit,
            @Context HttpHeaders headers) {
        var caller = asking.asked().caller();
        var invalid = new Invalid();
        int from = invalid.wholeNumber("after", after, 0, Integer.MAX_VALUE, 0);
        int most = invalid.wholeNumber("limit", limit, 1, MOST, USUAL);
        invalid.throwIfAny();
        boolean csv = headers.getAcceptableMediaTypes().getFirst().isCompatible(MediaType.valueOf(CSV)) && !headers.getAcceptableMediaTypes().getFirst().isWildcardType();
        return store.find(id).chain(found -> {
            var upload = found.filter(one -> one.organisation().equals(caller.organisation())).orElseThrow(Problems::notFound);
            return store.counts(id).chain(counts -> store.results(id, from, most).map(results -> csv
                    ? Response.ok(ResultsCsv.of(results), CSV).build()
                    : Response.ok(UploadAnswer.of(upload, counts, results, most), MediaType.APPLICATION_JSON).build()));
        });
    }

    private Uni<Response> take(byte[] body, Sender sender, Asked asked) {
        var id = UuidV7.at(asked.now());
        return aside(() -> read(body, id, sender, asked)).chain(file -> store.keep(file.upload(), asked.key(), file.key(), file.rows(), asked.now()).chain(kept -> {
            if (!kept) return store.before(asked.key()).chain(before -> again(before.orElseThrow()));
            uploading.look();
            return Uni.createFrom().item(taken(id, file.rows().size()));
        }));
    }

    /** A file that can be kept: nothing of it in clear any more. */
    private record Sealed(Upload upload, PersonKey key, List<Upload.Waiting> rows) {}

    private Sealed read(byte[] body, UUID id, Sender sender, Asked asked) {
        var file = CsvFile.read(body, settings.rows());
        var upload = new Upload(
                id, sender.organisation(), sender.actor(), sender.programmes(), sender.correlationId(), file.columns(), file.rows().size(),
                asked.caller().is(Role.COORDINATOR), asked.now(), null);
        var key = vault.newKey(id);
        return new Sealed(upload, key, file.rows().stream().map(row -> new Upload.Waiting(row.number(), Uploading.seal(json, key, row))).toList());
    }

    /** Away from the event loops, one file at a time: a mebibyte of cells is many times that in memory. */
    private <T> Uni<T> aside(Callable<T> work) {
        return Uni.createFrom().completionStage(() -> reading.executeBlocking(work, false).toCompletionStage());
    }

    private Uni<Response> again(UploadStore.Before before) {
        if (!before.same())
            throw new ProblemException(Problem.of(422, "idempotency-key-reused", "The key was used for another request", "Send another request under another Idempotency-Key."));
        return store.find(before.upload()).map(upload -> taken(before.upload(), upload.map(Upload::rows).orElseThrow()));
    }

    private static Response taken(UUID id, int rows) {
        return Response.accepted(new Taken(id, rows)).header(HttpHeaders.LOCATION, ADDRESS + id).build();
    }
}
