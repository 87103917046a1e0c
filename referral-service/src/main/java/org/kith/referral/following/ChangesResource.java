package org.kith.referral.following;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.kith.web.caller.Caller;
import org.kith.web.caller.Callers;
import org.kith.web.caller.Role;
import org.kith.web.problem.Invalid;
import org.kith.web.problem.Problems;

/** What has changed among an organisation's own referrals, for those who ask from time to time. */
@Path("/api/referrals")
@Tag(name = "referrals")
@Produces(MediaType.APPLICATION_JSON)
public final class ChangesResource {
    private static final int USUAL = 50;
    private static final int MOST = 200;

    private final Following following;
    private final Callers callers;
    private final ObjectMapper json;

    ChangesResource(Following following, Callers callers, ObjectMapper json) {
        this.following = following;
        this.callers = callers;
        this.json = json;
    }

    @GET
    @RolesAllowed({Role.REFERRER, Role.WORKER, Role.COORDINATOR})
    @Operation(operationId = "listChangedReferrals", summary = "What became of your organisation's referrals", description = """
            Each referral once, as it stands, in the order in which they last changed; one that changes while you page comes again at \
            the end. Follow cursor while there is more, even where a page is empty, and keep it for the next time: nothing is lost and \
            nothing need be asked twice. A change shows once everything that began before it has ended, which takes moments.""")
    @APIResponse(responseCode = "200", description = "A page; ETag, sent as If-None-Match, spares you the same answer again", content = @Content(schema = @Schema(implementation = ChangedReferrals.class)))
    @APIResponse(responseCode = "304", description = "As it was when you got that ETag")
    public Uni<Response> changed(
            @Parameter(description = "Only what changed at that moment (RFC 3339) or later. Left out: everything.", example = "2026-03-02T10:15:30Z") @QueryParam("updatedSince") @Nullable String updatedSince,
            @Parameter(description = "Where you stopped: the cursor of the page before.") @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String known) {
        var caller = callers.current();
        var invalid = new Invalid();
        var since = invalid.instant("updatedSince", updatedSince);
        var position = Position.read("after", after, invalid);
        int most = invalid.wholeNumber("limit", limit, 1, MOST, USUAL);
        invalid.throwIfAny();
        return following.page(caller, organisation(caller), position, since, most).map(page -> answer(page, known));
    }

    static String organisation(Caller caller) {
        var organisation = caller.organisation();
        if (organisation == null) throw Problems.forbidden("Your account belongs to no organisation that could refer.");
        return organisation;
    }

    private Response answer(Following.Page page, @Nullable String known) {
        var body = body(page);
        var etag = '"' + sha256(body) + '"';
        var response = etag.equals(known) ? Response.notModified() : Response.ok(body, MediaType.APPLICATION_JSON_TYPE);
        return response.header(HttpHeaders.ETAG, etag).build();
    }

    private String body(Following.Page page) {
        var nothing = page.end().equals(Position.BEGINNING) || page.end().equals(Position.before(page.end().transaction()));
        try {
            return json.writeValueAsString(new ChangedReferrals(page.items().stream().map(Following.Item::referral).toList(), nothing ? null : page.end().toString(), page.more()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer of ours cannot be written", e);
        }
    }

    private static String sha256(String text) {
        try {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
