package org.kith.referral.fhir;

/** Names of identifiers, codes and profiles. Those of {@code urn:kith} are ours, since nobody else has named them. */
final class Systems {
    static final String MEDIA_TYPE = "application/fhir+json";

    static final String NHS_NUMBER = "https://fhir.nhs.uk/Id/nhs-number";
    static final String CHI_NUMBER = "urn:oid:2.16.840.1.113883.2.1.3.2.4.16.53";
    static final String ODS_CODE = "https://fhir.nhs.uk/Id/ods-organization-code";
    static final String PRACTICE = "urn:kith:practice";
    static final String PROGRAMME = "urn:kith:programme";
    static final String ORGANISATION = "urn:kith:organisation";
    static final String PERSON = "urn:kith:person";

    static final String AREA = "urn:kith:area";
    static final String CODE_LIST = "urn:kith:code-list:";
    static final String SNOMED = "http://snomed.info/sct";
    /** Referral to social prescribing service. */
    static final String SOCIAL_PRESCRIBING = "871731000000106";
    static final String CATEGORY = "https://fhir.nhs.uk/CodeSystem/message-category-servicerequest";
    static final String REFERRAL = "referral";
    static final String ETHNIC_ENGLAND = "https://fhir.hl7.org.uk/CodeSystem/UKCore-EthnicCategoryEngland";

    static final String SAFEGUARDING = "urn:kith:fhir:safeguarding";
    static final String PHASE = "urn:kith:fhir:phase";
    static final String STATUS_REASON = "http://hl7.org/fhir/StructureDefinition/request-statusReason";
    static final String NOTICE = "urn:kith:notice";
    static final String ETHNICITY = "https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-EthnicCategory";
    static final String GENDER_IDENTITY = "http://hl7.org/fhir/StructureDefinition/patient-genderIdentity";

    static final String SERVICE_REQUEST_PROFILE = "https://fhir.hl7.org.uk/StructureDefinition/UKCore-ServiceRequest";
    static final String PATIENT_PROFILE = "https://fhir.hl7.org.uk/StructureDefinition/UKCore-Patient";

    private Systems() {}
}
