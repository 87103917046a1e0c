package org.kith.referral.fhir;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.jspecify.annotations.Nullable;
import org.kith.reference.ReferenceCopy;
import org.kith.referral.cancelling.Happened;
import org.kith.referral.cancelling.NamedReferral;
import org.kith.referral.cancelling.TakingBack;
import org.kith.referral.domain.Referral;
import org.kith.referral.steps.Coded;
import org.kith.referral.steps.Moment;
import org.kith.web.command.Answer;
import org.kith.web.command.Answering;
import org.kith.web.command.Asked;
import org.kith.web.problem.FieldError;
import org.kith.web.problem.Invalid;
import org.kith.web.problem.ProblemException;
import org.kith.web.problem.Problems;

/** Takes a referral back that a message says is revoked, or was never meant. */
@Singleton
final class FhirCancelling {
    private final TakingBack takingBack;
    private final ReferenceCopy reference;

    FhirCancelling(TakingBack takingBack, ReferenceCopy reference) {
        this.takingBack = takingBack;
        this.reference = reference;
    }

    /**
     * @param faults what was found wrong while it was read
     * @return 200 with Location and ETag, and the event's id as the body; fails with a problem: 403, 409 not possible now, 422 naming every
     *     FHIRPath at fault
     */
    Uni<Response> cancel(Message.Received message, Invalid faults, Asked asked) {
        if (asked.caller().organisation() == null) throw Problems.forbidden("Your account belongs to no organisation that could refer.");
        var at = message.submission().request();
        new Understood(faults).cancelled(at);
        boolean error = at.resource().getStatus() == ServiceRequestStatus.ENTEREDINERROR;
        var reason = reason(at, error ? TakingBack.ERRORS : TakingBack.REASONS, faults);
        var happened = new Happened(Message.SENT_AT, Moment.orNow(faults, Message.SENT_AT, message.submission().sentAt(), asked.now()));
        faults.throwIfAny();
        var named = named(message.submission());
        return error
                ? takingBack.enterInError(named, reason, happened, asked, answering(), unknown(at))
                : takingBack.cancel(named, reason, happened, asked, answering(), unknown(at));
    }

    private String reason(Located<ServiceRequest> at, String list, Invalid faults) {
        var extension = at.resource().getExtensionByUrl(Systems.STATUS_REASON);
        if (extension == null) return TakingBack.NOT_STATED;
        var code = extension.getValue() instanceof CodeableConcept concept ? Translation.codings(List.of(concept), Systems.CODE_LIST + list) : null;
        return Coded.required(faults, reference.current(), at.at("extension"), list, code);
    }

    /** What the sender read here has our id; what it kept of its own has its identifier. */
    private static NamedReferral named(Submission sent) {
        var request = sent.request().resource();
        var identifier = request.getIdentifier().isEmpty() ? null : request.getIdentifierFirstRep().getValue();
        // whatever is wrong with the person, there is no referral of somebody like that
        var person = new PersonTranslation(new Invalid(), new HashMap<>()).person(sent.patient(), "");
        return new NamedReferral(uuid(request.getIdElement().getIdPart()), Translation.programme(request), identifier, person);
    }

    private static @Nullable UUID uuid(@Nullable String id) {
        return new Invalid().uuid("", id);
    }

    private static Answering<Referral> answering() {
        return (state, version, events) -> new Answer(
                200, FhirReceiving.ADDRESS + ((Referral.Known) state).particulars().referral(), version, events.getFirst().toString());
    }

    private static ProblemException unknown(Located<ServiceRequest> at) {
        return Problems.invalid(List.of(new FieldError(at.at("id"), "unknown", "You have no such referral, or none that is open under this identifier.")));
    }
}
