package org.kith.referral.fhir;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestIntent;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.kith.web.problem.Invalid;

/** Refuses what changes the meaning of a resource and is not understood here: FHIR forbids to pass it over. */
final class Understood {
    /** May be asked for null: an intent that is not there, or could not be read. */
    private static final Set<ServiceRequestIntent> INTENTS = Collections
            .unmodifiableSet(EnumSet.of(ServiceRequestIntent.ORDER, ServiceRequestIntent.PROPOSAL, ServiceRequestIntent.PLAN));

    private final Invalid invalid;

    Understood(Invalid invalid) {
        this.invalid = invalid;
    }

    void request(Located<ServiceRequest> at) {
        var request = at.resource();
        noModifiers(at);
        invalid.check(request.getStatus() == ServiceRequestStatus.ACTIVE, at.at("status"), "not-supported", "A new referral is active.");
        invalid.check(INTENTS.contains(request.getIntent()), at.at("intent"), "not-supported", "One of order, proposal, plan.");
        invalid.check(!request.getDoNotPerform(), at.at("doNotPerform"), "not-supported", "A referral asks for something to be done.");
        invalid.check(
                !request.hasCode() || isSocialPrescribing(request.getCode()), at.at("code"), "not-supported",
                "Referral to social prescribing service, " + Systems.SOCIAL_PRESCRIBING + " of SNOMED CT, or nothing.");
        invalid.check(request.hasSubject(), at.at("subject"), "required", "This is required.");
    }

    /** Of a request that takes back what was asked before, nothing else is read. */
    void cancelled(Located<ServiceRequest> at) {
        noModifiers(at);
    }

    void patient(Located<Patient> at) {
        var patient = at.resource();
        noModifiers(at);
        invalid.check(!patient.hasActive() || patient.getActive(), at.at("active"), "not-supported", "The patient's record must be in use.");
        boolean deceased = patient.hasDeceasedDateTimeType() || patient.getDeceased() instanceof BooleanType said && said.booleanValue();
        invalid.check(!deceased, at.at("deceased"), "not-supported", "Nobody who has died is referred.");
        invalid.check(!patient.hasLink(), at.at("link"), "not-supported", "Send the record that is the patient's own.");
    }

    void consent(Located<Consent> at) {
        noModifiers(at);
        invalid.check(!at.resource().hasProvision(), at.at("provision"), "not-supported", "Consent to the referral as a whole; exceptions are not read here.");
    }

    private void noModifiers(Located<? extends DomainResource> at) {
        invalid.check(!at.resource().hasImplicitRules(), at.at("implicitRules"), "not-supported", "No rules beside FHIR R4 are known here.");
        invalid.check(!at.resource().hasModifierExtension(), at.at("modifierExtension"), "not-supported", "No modifying extension is known here.");
    }

    private static boolean isSocialPrescribing(CodeableConcept code) {
        return code.getCoding().stream().anyMatch(one -> Systems.SNOMED.equals(one.getSystem()) && Systems.SOCIAL_PRESCRIBING.equals(one.getCode()));
    }
}
