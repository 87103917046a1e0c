package org.kith.referral.cancelling;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.kith.reference.ReferenceCopy;
import org.kith.referral.domain.Referral;
import org.kith.referral.receiving.Sender;
import org.kith.referral.steps.Coded;
import org.kith.referral.steps.Moment;
import org.kith.web.caller.Caller;
import org.kith.web.caller.Role;
import org.kith.web.command.Answer;
import org.kith.web.command.Asked;
import org.kith.web.command.Asking;
import org.kith.web.problem.FieldError;
import org.kith.web.problem.Invalid;
import org.kith.web.problem.ProblemException;
import org.kith.web.problem.Problems;

/** Where the gateway, and nobody else, brings a practice's word that it takes a referral back. The delivery's id comes as the Idempotency-Key. */
@Path("/internal/webhook-cancellations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
final class PracticeCancellationDoor {
    private static final String ADDRESS = "/api/referrals/";
    private static final int MOST = 100;

    private final TakingBack takingBack;
    private final ReferenceCopy reference;
    private final Asking asking;

    PracticeCancellationDoor(TakingBack takingBack, ReferenceCopy reference, Asking asking) {
        this.takingBack = takingBack;
        this.reference = reference;
        this.asking = asking;
    }

    @POST
    @RolesAllowed(Role.GATEWAY)
    @Operation(hidden = true)
    public Uni<Response> deliver(@HeaderParam("X-Kith-Practice") @Nullable String practice, PracticeCancellation delivery) {
        if (practice == null) throw Problems.unreadable("practice-required", "X-Kith-Practice is required.");
        var asked = asPractice(practice, asking.asked());
        var invalid = new Invalid();
        invalid.check(PracticeCancellation.TYPE.equals(delivery.type()), "type", "unknown", "Only '" + PracticeCancellation.TYPE + "' is taken here.");
        var sent = delivery.data();
        invalid.check(sent != null, "data", "required", "This is required.");
        invalid.throwIfAny();
        var data = sent == null ? PracticeCancellation.Data.EMPTY : sent;
        invalid.check(data.practice() == null || practice.equals(data.practice()), "data.practice", "not-the-sender", "A practice takes back its own referrals only.");
        var named = named(invalid, data);
        var reason = Coded.required(invalid, reference.current(), "data.reason", TakingBack.REASONS, data.reason());
        var happened = data.occurredAt() == null
                ? happened(invalid, "timestamp", delivery.timestamp(), asked)
                : happened(invalid, "data.occurredAt", data.occurredAt(), asked);
        invalid.throwIfAny();
        return takingBack.cancel(named, reason, happened, asked, (state, version, _) -> Answer.accepted(address(state), version, null), unknown());
    }

    private static NamedReferral named(Invalid invalid, PracticeCancellation.Data data) {
        var named = new NamedReferral(
                invalid.uuid("data.referral", data.referral()), invalid.optional("data.programme", data.programme(), MOST),
                invalid.optional("data.externalReference", data.externalReference(), MOST), data.person());
        invalid.check(
                named.saysWhich() || data.referral() != null, "data.referral", "required",
                "The referral's id; or programme, externalReference and person, as they were referred.");
        return named;
    }

    private static Happened happened(Invalid invalid, String field, @Nullable String said, Asked asked) {
        return new Happened(field, Moment.orNow(invalid, field, said, asked.now()));
    }

    /** The gateway speaks for the practice, which acts as who refers does. */
    private Asked asPractice(String practice, Asked gateway) {
        var sender = Sender.practice(practice, reference.current(), gateway.correlationId());
        var caller = new Caller(sender.actor(), gateway.caller().client(), sender.organisation(), sender.programmes(), Set.of(Role.REFERRER));
        return new Asked(caller, gateway.key(), gateway.ifMatch(), gateway.correlationId(), gateway.now());
    }

    private static ProblemException unknown() {
        return Problems.invalid(List.of(new FieldError("data.referral", "unknown", "The practice has no such referral, or none that is open under this reference.")));
    }

    private static String address(Referral state) {
        return ADDRESS + ((Referral.Known) state).particulars().referral();
    }
}
