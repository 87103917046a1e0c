package org.kith.referral.fhir;

import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.Patient;
import org.kith.referral.people.Identity;

/** Somebody as a Patient of the UK Core profile. */
final class WrittenPatient {
    private WrittenPatient() {}

    static Patient of(Identity identity) {
        var patient = new Patient();
        patient.getMeta().addProfile(Systems.PATIENT_PROFILE);
        if (identity.nhsNumber() != null) patient.addIdentifier().setSystem(Systems.NHS_NUMBER).setValue(identity.nhsNumber());
        if (identity.chiNumber() != null) patient.addIdentifier().setSystem(Systems.CHI_NUMBER).setValue(identity.chiNumber());
        patient.addName().setFamily(identity.familyName()).addGiven(identity.givenName());
        patient.getBirthDateElement().setValueAsString(identity.birthDate().toString());
        if (identity.postcode() != null) patient.addAddress().setPostalCode(identity.postcode());
        if (identity.phone() != null) patient.addTelecom().setSystem(ContactPointSystem.PHONE).setValue(identity.phone());
        if (identity.email() != null) patient.addTelecom().setSystem(ContactPointSystem.EMAIL).setValue(identity.email());
        patient.setGender(gender(identity.gender()));
        patient.addExtension(Systems.GENDER_IDENTITY, Written.concept(Systems.CODE_LIST + "gender", identity.gender()));
        patient.addExtension(Systems.ETHNICITY, Written.concept(Systems.CODE_LIST + "ethnicity", identity.ethnicity()));
        return patient;
    }

    private static AdministrativeGender gender(String code) {
        return switch (code) {
            case "female" -> AdministrativeGender.FEMALE;
            case "male" -> AdministrativeGender.MALE;
            case "not-asked", "prefer-not-to-say" -> AdministrativeGender.UNKNOWN;
            default -> AdministrativeGender.OTHER;
        };
    }
}
