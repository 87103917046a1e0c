package org.kith.referral.receiving;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kith.reference.ReferenceCopy;
import org.kith.referral.domain.Referral;
import org.kith.web.caller.Role;
import org.kith.web.command.Answer;
import org.kith.web.command.Asking;
import org.kith.web.problem.Problem;
import org.kith.web.problem.ProblemException;

/** Where partners' systems and staff refer somebody. */
@Path("/api/referrals")
@Tag(name = "referrals")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ReferralsResource {
    static final String ADDRESS = "/api/referrals/";
    private static final String DOOR = "rest";

    private final Receiving receiving;
    private final ReferenceCopy reference;
    private final Asking asking;

    ReferralsResource(Receiving receiving, ReferenceCopy reference, Asking asking) {
        this.receiving = receiving;
        this.reference = reference;
        this.asking = asking;
    }

    @POST
    @RolesAllowed({Role.REFERRER, Role.WORKER, Role.COORDINATOR})
    @Operation(operationId = "refer", summary = "Refer somebody to a programme")
    @APIResponse(responseCode = "201", description = "Received and durable; Location and ETag name the referral")
    @APIResponse(responseCode = "409", description = "The same person is already referred under the same external reference; Location names that referral")
    @APIResponse(responseCode = "422", description = "The content is not valid; errors names every field at fault")
    public Uni<Response> refer(ReferralRequest request) {
        var asked = asking.asked();
        var sender = Sender.account(asked.caller(), DOOR, asked.correlationId());
        var checked = new ReferralCheck(reference.current(), sender, asked.now()).check(request);
        return receiving.receive(
                checked, sender, asked,
                (state, version, _) -> Answer.created(address(state), version, body(state)),
                ReferralsResource::alreadyReferred);
    }

    static String address(Referral state) {
        return ADDRESS + ((Referral.Known) state).particulars().referral();
    }

    static String body(Referral state) {
        var known = (Referral.Known) state;
        return "{\"id\":\"%s\",\"phase\":\"%s\"}".formatted(known.particulars().referral(), known.phase().code());
    }

    private static Response alreadyReferred(UUID referral) {
        throw new ProblemException(
                Problem.of(409, "already-referred", "Already referred",
                        "You referred this person under this external reference before, and the referral is still open: see Location."),
                Map.of("Location", ADDRESS + referral));
    }
}
