package org.kith.referral.fhir;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.UUID;
import org.kith.reference.ReferenceCopy;
import org.kith.referral.domain.Referral;
import org.kith.referral.receiving.Receiving;
import org.kith.referral.receiving.ReferralCheck;
import org.kith.referral.receiving.Sender;
import org.kith.web.command.Answer;
import org.kith.web.command.Asked;
import org.kith.web.problem.Invalid;
import org.kith.web.problem.Problem;
import org.kith.web.problem.ProblemException;

/** Hands a referral on to where the ones of every door are stored. */
@Singleton
final class FhirReceiving {
    /** What BaRS calls an idempotency key. */
    static final String REQUEST_ID = "X-Request-Id";
    static final String ADDRESS = "/fhir/ServiceRequest/";
    private static final String DOOR = "fhir";

    private final Receiving receiving;
    private final ReferenceCopy reference;

    FhirReceiving(Receiving receiving, ReferenceCopy reference) {
        this.receiving = receiving;
        this.reference = reference;
    }

    /**
     * @param faults what was found wrong while it was read
     * @return 201 with Location and ETag and no body; fails with a problem: 403, 409 already referred, 422 naming every FHIRPath at fault
     */
    Uni<Response> receive(Submission submission, Invalid faults, Asked asked) {
        var sender = Sender.account(asked.caller(), DOOR, asked.correlationId());
        var checked = new Translation(submission, faults).checked(new ReferralCheck(reference.current(), sender, asked.now()));
        return receiving.receive(
                checked, sender, asked,
                (state, version, _) -> Answer.created(ADDRESS + ((Referral.Known) state).particulars().referral(), version, null),
                FhirReceiving::alreadyReferred);
    }

    private static Response alreadyReferred(UUID referral) {
        throw new ProblemException(
                Problem.of(409, "already-referred", "Already referred",
                        "You referred this person under this identifier before, and the referral is still open: see Location."),
                Map.of(HttpHeaders.LOCATION, ADDRESS + referral));
    }
}
