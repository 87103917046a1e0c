package org.kith.referral.takingup;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.kith.reference.ReferenceCopy;
import org.kith.referral.domain.Consents;
import org.kith.referral.domain.ReferralRejection;
import org.kith.referral.reading.Referrals;
import org.kith.referral.steps.Coded;
import org.kith.referral.storage.StandingConsents;
import org.kith.web.caller.Callers;
import org.kith.web.caller.Role;
import org.kith.web.problem.Invalid;
import org.kith.web.problem.Problems;

/** Makes the address at which whoever somebody was signposted to replies. Nothing is stored: another one is as good. */
@Path("/api/referrals/{id}/signposts/reply-link")
@Tag(name = "referrals")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class LinkResource {
    private static final int REFERENCE = 100;

    private final Links links;
    private final LinkSettings settings;
    private final Signposts signposts;
    private final Referrals referrals;
    private final StandingConsents consents;
    private final ReferenceCopy reference;
    private final Callers callers;
    private final Clock clock;

    LinkResource(
            Links links, LinkSettings settings, Signposts signposts, Referrals referrals, StandingConsents consents, ReferenceCopy reference, Callers callers,
            Clock clock) {
        this.links = links;
        this.settings = settings;
        this.signposts = signposts;
        this.referrals = referrals;
        this.consents = consents;
        this.reference = reference;
        this.callers = callers;
        this.clock = clock;
    }

    @Schema(name = "ReplyLinkRequest", requiredProperties = {"kind", "destination"})
    public record Wanted(
            @Schema(description = "As it was signposted", examples = "group") @Nullable String kind,
            @Schema(description = "As it was signposted", examples = "group-1") @Nullable String destination) {}

    @Schema(name = "ReplyLink")
    record ReplyLink(@Schema(description = "Below the gateway's address; Location has all of it") String address, Instant until) {}

    @POST
    @RolesAllowed({Role.WORKER, Role.COORDINATOR})
    @Operation(operationId = "makeReplyLink", summary = "An address at which the group says, without an account, whether the person came", description = "Give it to whom the person was signposted to. It says nothing of the person. Whoever has it can reply.")
    @APIResponse(responseCode = "201", description = "Location is the address", content = @Content(schema = @Schema(implementation = ReplyLink.class)))
    @APIResponse(responseCode = "409", description = "not-signposted; or consent-withdrawn: the person does not want it shared with them")
    public Uni<Response> make(@PathParam("id") UUID id, Wanted sent) {
        var invalid = new Invalid();
        var kind = Coded.required(invalid, reference.current(), "kind", "signpost-kind", sent.kind());
        var destination = invalid.required("destination", sent.destination(), REFERENCE);
        invalid.throwIfAny();
        var to = destination == null ? "" : destination;
        return referrals.seenBy(callers.current(), id)
                .chain(() -> consents.of(id).invoke(said -> {
                    if (!said.allow(Consents.SHARE, to)) throw conflict(ReferralRejection.CONSENT_WITHDRAWN);
                }))
                .chain(() -> signposts.latest(id, kind, to))
                .map(found -> made(id, found.orElseThrow(() -> conflict(ReferralRejection.NOT_SIGNPOSTED))));
    }

    private Response made(UUID referral, Signposts.Signpost signpost) {
        var until = clock.instant().plus(settings.goodFor()).truncatedTo(ChronoUnit.SECONDS);
        var address = "/take-up/" + links.seal(new Links.Link(referral, signpost.version(), until));
        return Response.status(Response.Status.CREATED).header(HttpHeaders.LOCATION, address).entity(new ReplyLink(address, until)).build();
    }

    private static RuntimeException conflict(ReferralRejection why) {
        return Problems.conflict(why.code(), why.detail());
    }
}
