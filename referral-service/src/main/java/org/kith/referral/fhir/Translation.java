package org.kith.referral.fhir;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.jspecify.annotations.Nullable;
import org.kith.referral.receiving.CheckedReferral;
import org.kith.referral.receiving.ReferralCheck;
import org.kith.referral.receiving.ReferralRequest;
import org.kith.referral.receiving.ReferralRequest.ConsentRequest;
import org.kith.web.problem.FieldError;
import org.kith.web.problem.Invalid;
import org.kith.web.problem.ProblemException;
import org.kith.web.problem.Problems;

/**
 * Makes of a ServiceRequest the request that the REST door takes, remembering the FHIRPath of each field, so that what the
 * common check finds is told where the sender wrote it.
 */
final class Translation {
    private final Submission sent;
    private final Invalid invalid;
    private final Map<String, String> expressions = new HashMap<>();

    /** @param invalid what was found wrong already */
    Translation(Submission sent, Invalid invalid) {
        this.sent = sent;
        this.invalid = invalid;
    }

    /** @throws ProblemException 422 naming the FHIRPath of every field at fault, whoever found it */
    CheckedReferral checked(ReferralCheck check) {
        var request = request();
        CheckedReferral checked = null;
        try {
            checked = check.check(request);
        } catch (ProblemException e) {
            e.problem().errors().forEach(error -> note(expression(error.field()), error));
        }
        if (checked == null) throw Problems.invalid(invalid.errors());
        invalid.throwIfAny();
        return checked;
    }

    /** Unless something was found wrong with that element before, which says more than that its value is missing. */
    private void note(String expression, FieldError error) {
        boolean known = invalid.errors().stream().anyMatch(one -> one.field().equals(expression));
        if (!known) invalid.add(expression, error.code(), error.message());
    }

    /** Where the sender wrote that field; the request as a whole for one that has no place of its own. */
    private String expression(String field) {
        return expressions.getOrDefault(field, sent.request().path());
    }

    private ReferralRequest request() {
        var at = sent.request();
        var request = at.resource();
        new Understood(invalid).request(at);
        invalid.check(
                !request.hasSubject() || sent.patient() != null, at.at("subject"), "not-found",
                "The reference must lead to a Patient that is contained, or in the message.");
        var person = new PersonTranslation(invalid, expressions);
        return new ReferralRequest(
                field("programme", at.at("performer"), programme(request)),
                field("source", at.at("category"), listed(request.getCategory(), "source")),
                person.practice(sent.patient()),
                field("area", at.at("locationCode"), codings(request.getLocationCode(), Systems.AREA)),
                person.person(sent.patient(), at.at("subject")),
                reasons(at),
                consent(at, sent.consent()),
                field("safeguarding", at.at("extension"), flag(request, Systems.SAFEGUARDING)),
                field("note", at.at("note[0].text"), request.getNote().isEmpty() ? null : request.getNoteFirstRep().getText()),
                field("externalReference", at.at("identifier[0].value"), request.getIdentifier().isEmpty() ? null : request.getIdentifierFirstRep().getValue()),
                referredAt(at));
    }

    /** Whatever becomes of it later is measured from this moment, so that one a queue has held up does not count from when it came. */
    private @Nullable String referredAt(Located<ServiceRequest> at) {
        var authored = FhirTimes.text(at.resource().getAuthoredOnElement());
        return authored == null && sent.sentAt() != null
                ? field("occurredAt", Message.SENT_AT, sent.sentAt())
                : field("occurredAt", at.at("authoredOn"), authored);
    }

    private <T> @Nullable T field(String name, String expression, @Nullable T value) {
        expressions.put(name, expression);
        return value;
    }

    static @Nullable String programme(ServiceRequest request) {
        return request.getPerformer().stream()
                .map(Reference::getIdentifier)
                .filter(identifier -> Systems.PROGRAMME.equals(identifier.getSystem()))
                .findFirst().map(identifier -> identifier.getValue()).orElse(null);
    }

    private List<@Nullable String> reasons(Located<ServiceRequest> at) {
        var reasons = new ArrayList<@Nullable String>();
        expressions.put("reasons", at.at("reasonCode"));
        for (var reason : at.resource().getReasonCode()) {
            expressions.put("reasons[" + reasons.size() + "]", at.at("reasonCode[" + reasons.size() + "]"));
            reasons.add(codings(List.of(reason), Systems.CODE_LIST + "reasons"));
        }
        return reasons;
    }

    private @Nullable ConsentRequest consent(Located<ServiceRequest> request, @Nullable Located<Consent> consent) {
        expressions.put("consent", request.at("supportingInfo"));
        if (consent == null) return null;
        new Understood(invalid).consent(consent);
        var said = consent.resource();
        return new ConsentRequest(
                field("consent.given", consent.at("status"), said.getStatus() == Consent.ConsentState.ACTIVE),
                field("consent.at", consent.at("dateTime"), FhirTimes.text(said.getDateTimeElement())),
                field("consent.how", consent.at("category"), listed(said.getCategory(), "consent-how")),
                field("consent.by", consent.at("category"), listed(said.getCategory(), "consent-by")));
    }

    private static @Nullable Boolean flag(ServiceRequest request, String url) {
        var extension = request.getExtensionByUrl(url);
        return extension != null && extension.getValue() instanceof BooleanType flag ? flag.getValue() : null;
    }

    private static @Nullable String listed(List<CodeableConcept> concepts, String list) {
        return codings(concepts, Systems.CODE_LIST + list);
    }

    /** The first code of that system. */
    static @Nullable String codings(List<CodeableConcept> concepts, String system) {
        return concepts.stream().flatMap(concept -> concept.getCoding().stream())
                .filter(coding -> system.equals(coding.getSystem()))
                .findFirst().map(coding -> coding.getCode()).orElse(null);
    }
}
