package org.kith.referral.fhir;

/** What the API document shows, which can be sent as it stands. Nobody in it exists: NHS numbers from 999 are given to no one. */
final class FhirExamples {
    private static final String PERSON = """
            "identifier": [{"system": "https://fhir.nhs.uk/Id/nhs-number", "value": "9990000018"}],
            "name": [{"use": "official", "family": "Testcase", "given": ["Wilhelmina"]}], "gender": "female", "birthDate": "1947-05-12",
            "address": [{"use": "home", "postalCode": "PE36 5DN"}],
            "generalPractitioner": [{"identifier": {"system": "urn:kith:practice", "value": "KITH-NLW-07"}}]""";
    private static final String CONSENT = """
            "status": "active", "scope": {"coding": [{"system": "http://terminology.hl7.org/CodeSystem/consentscope", "code": "patient-privacy"}]},
            "category": [{"coding": [{"system": "urn:kith:code-list:consent-how", "code": "verbal"}]}], "dateTime": "2026-03-02T10:15:30Z",
            "policyRule": {"text": "Agreed to be referred"}""";
    private static final String REQUEST = """
            "status": "active", "intent": "order",
            "category": [{"coding": [{"system": "https://fhir.nhs.uk/CodeSystem/message-category-servicerequest", "code": "referral"}]},
              {"coding": [{"system": "urn:kith:code-list:source", "code": "primary-care"}]}],
            "code": {"coding": [{"system": "http://snomed.info/sct", "code": "871731000000106"}]},
            "authoredOn": "2026-03-02T10:15:30Z",
            "performer": [{"type": "HealthcareService", "identifier": {"system": "urn:kith:programme", "value": "norfolk-living-well"}}],
            "reasonCode": [{"coding": [{"system": "urn:kith:code-list:reasons", "code": "debt"}]}],
            "note": [{"text": "Lives alone."}]""";

    static final String SERVICE_REQUEST = """
            {"resourceType": "ServiceRequest", "meta": {"profile": ["https://fhir.hl7.org.uk/StructureDefinition/UKCore-ServiceRequest"]},
            "contained": [{"resourceType": "Patient", "id": "patient",
            """ + PERSON + """
            },
            {"resourceType": "Consent", "id": "consent", "patient": {"reference": "#patient"},
            """ + CONSENT + """
            }],
            "subject": {"reference": "#patient"}, "supportingInfo": [{"reference": "#consent"}],
            """ + REQUEST + "}";

    static final String MESSAGE = """
            {"resourceType": "Bundle", "type": "message", "timestamp": "2026-03-02T10:15:31Z", "entry": [
            {"fullUrl": "urn:uuid:0198f3a2-7c1e-7b1a-9d55-0a4be2f6c401", "resource": {"resourceType": "MessageHeader",
            "id": "0198f3a2-7c1e-7b1a-9d55-0a4be2f6c401",
            "eventCoding": {"system": "https://fhir.nhs.uk/CodeSystem/message-events-bars", "code": "servicerequest-request"},
            "source": {"endpoint": "urn:example:sender"},
            "reason": {"coding": [{"system": "https://fhir.nhs.uk/CodeSystem/message-reason-bars", "code": "new"}]},
            "focus": [{"reference": "urn:uuid:0198f3a2-7c1e-7b1a-9d55-0a4be2f6c402"}]}},
            {"fullUrl": "urn:uuid:0198f3a2-7c1e-7b1a-9d55-0a4be2f6c402", "resource": {"resourceType": "ServiceRequest",
            "subject": {"reference": "urn:uuid:0198f3a2-7c1e-7b1a-9d55-0a4be2f6c403"},
            "supportingInfo": [{"reference": "urn:uuid:0198f3a2-7c1e-7b1a-9d55-0a4be2f6c404"}],
            """ + REQUEST + """
            }},
            {"fullUrl": "urn:uuid:0198f3a2-7c1e-7b1a-9d55-0a4be2f6c403", "resource": {"resourceType": "Patient",
            """ + PERSON + """
            }},
            {"fullUrl": "urn:uuid:0198f3a2-7c1e-7b1a-9d55-0a4be2f6c404", "resource": {"resourceType": "Consent",
            "patient": {"reference": "urn:uuid:0198f3a2-7c1e-7b1a-9d55-0a4be2f6c403"},
            """ + CONSENT + """
            }}]}""";

    private FhirExamples() {}
}
