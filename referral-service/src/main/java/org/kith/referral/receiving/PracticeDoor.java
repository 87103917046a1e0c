package org.kith.referral.receiving;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.kith.reference.ReferenceCopy;
import org.kith.web.caller.Role;
import org.kith.web.command.Answer;
import org.kith.web.command.Asking;
import org.kith.web.problem.FieldError;
import org.kith.web.problem.Invalid;
import org.kith.web.problem.ProblemException;
import org.kith.web.problem.Problems;

/** Where the gateway, and nobody else, brings what practices deliver to it. The delivery's id comes as the Idempotency-Key. */
@Path("/internal/webhook-referrals")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
final class PracticeDoor {
    private final Receiving receiving;
    private final ReferenceCopy reference;
    private final Asking asking;

    PracticeDoor(Receiving receiving, ReferenceCopy reference, Asking asking) {
        this.receiving = receiving;
        this.reference = reference;
        this.asking = asking;
    }

    @POST
    @RolesAllowed(Role.GATEWAY)
    @Operation(hidden = true)
    public Uni<Response> deliver(@HeaderParam("X-Kith-Practice") @Nullable String practice, PracticeDelivery delivery) {
        if (practice == null) throw Problems.unreadable("practice-required", "X-Kith-Practice is required.");
        var asked = asking.asked();
        var known = reference.current();
        var sender = Sender.practice(practice, known, asked.correlationId());
        var checked = checked(new ReferralCheck(known, sender, asked.now()), delivery);
        return receiving.receive(
                checked, sender, asked,
                (state, version, _) -> Answer.accepted(ReferralsResource.address(state), version, ReferralsResource.body(state)),
                // A sender that gets no 2xx delivers again for a day; that it was received before is all it needs to know.
                open -> Response.accepted().header(HttpHeaders.LOCATION, ReferralsResource.ADDRESS + open).build());
    }

    private static ReferralRequest content(PracticeDelivery delivery) {
        var type = delivery.type();
        var data = delivery.data();
        var invalid = new Invalid();
        invalid.check(PracticeDelivery.TYPE.equals(type), "type", "unknown", "Only '" + PracticeDelivery.TYPE + "' is taken here.");
        invalid.check(data != null, "data", "required", "This is required.");
        invalid.throwIfAny();
        return data == null ? ReferralRequest.EMPTY : data.at(delivery.timestamp());
    }

    private static CheckedReferral checked(ReferralCheck check, PracticeDelivery delivery) {
        var content = content(delivery);
        try {
            return check.check(content);
        } catch (ProblemException e) {
            throw Problems.invalid(e.problem().errors().stream()
                    .map(error -> new FieldError(place(error.field(), delivery), error.code(), error.message()))
                    .toList());
        }
    }

    /** The referral is not the whole body here, so that its fields' paths begin with where it is; when it was made the delivery may say for it. */
    private static String place(String field, PracticeDelivery delivery) {
        var data = delivery.data();
        boolean saidByDelivery = field.equals("occurredAt") && data != null && data.occurredAt() == null;
        return saidByDelivery ? "timestamp" : "data." + field;
    }
}
