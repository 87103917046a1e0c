package org.kith.referral.fhir;

import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestIntent;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.jspecify.annotations.Nullable;
import org.kith.referral.reading.Disclosure.Disclosed;
import org.kith.referral.storage.ReferralView;
import org.kith.referral.storage.SealedContent;

/** A referral as a ServiceRequest of the UK Core profile, with the person contained for who may see them. */
final class Written {
    static final String PATIENT = "patient";
    private static final Pattern ODS_PRACTICE = Pattern.compile("[A-Z][0-9]{5}");

    private Written() {}

    static ServiceRequest serviceRequest(Disclosed referral) {
        var view = referral.view();
        var request = new ServiceRequest();
        request.setId(view.referral.toString());
        request.getMeta().setVersionId(Long.toString(view.version)).addProfile(Systems.SERVICE_REQUEST_PROFILE);
        request.addExtension(Systems.PHASE, new CodeType(view.phase));
        request.setStatus(status(view.phase)).setIntent(ServiceRequestIntent.ORDER);
        request.addCategory(concept(Systems.CATEGORY, Systems.REFERRAL)).addCategory(concept(Systems.CODE_LIST + "source", view.source));
        request.setCode(concept(Systems.SNOMED, Systems.SOCIAL_PRESCRIBING));
        request.setAuthoredOnElement(new DateTimeType(view.occurredAt.truncatedTo(ChronoUnit.MILLIS).toString()));
        request.setRequester(named(Systems.ORGANISATION, view.organisation));
        request.addPerformer(named(Systems.PROGRAMME, view.programme).setType("HealthcareService"));
        request.addLocationCode(concept(Systems.AREA, view.area));
        return about(request, view, referral.content());
    }

    private static ServiceRequest about(ServiceRequest request, ReferralView view, @Nullable SealedContent content) {
        if (content == null) return request.setSubject(named(Systems.PERSON, view.person.toString()).setType("Patient"));
        var patient = WrittenPatient.of(content.identity());
        patient.setId(PATIENT);
        if (view.practice != null) patient.addGeneralPractitioner(practice(view.practice));
        request.addContained(patient);
        request.setSubject(new Reference("#" + PATIENT));
        if (content.note() != null) request.addNote().setText(content.note());
        if (content.externalReference() != null) request.addIdentifier().setValue(content.externalReference());
        return request;
    }

    /** What a phase is to FHIR; the phase itself stands in an extension. */
    private static ServiceRequestStatus status(String phase) {
        return switch (phase) {
            case "declined", "cancelled" -> ServiceRequestStatus.REVOKED;
            case "closed", "disengaged" -> ServiceRequestStatus.COMPLETED;
            case "entered-in-error" -> ServiceRequestStatus.ENTEREDINERROR;
            default -> ServiceRequestStatus.ACTIVE;
        };
    }

    /** Codes of ours are not ODS's, and must not look as if they were. */
    private static Reference practice(String code) {
        return named(ODS_PRACTICE.matcher(code).matches() ? Systems.ODS_CODE : Systems.PRACTICE, code).setType("Organization");
    }

    static Reference named(String system, String value) {
        return new Reference().setIdentifier(new Identifier().setSystem(system).setValue(value));
    }

    static CodeableConcept concept(String system, String code) {
        var concept = new CodeableConcept();
        concept.addCoding().setSystem(system).setCode(code);
        return concept;
    }
}
