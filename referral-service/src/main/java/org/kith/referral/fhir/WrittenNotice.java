package org.kith.referral.fhir;

import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.MessageHeader;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestIntent;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskIntent;
import org.hl7.fhir.r4.model.Task.TaskStatus;

/** The answer to a referral as a message of the NHS standard: the request as it now is, and the task of fulfilling it, which says why. */
final class WrittenNotice {
    private WrittenNotice() {}

    static Bundle of(FhirNotices.Notice notice) {
        var request = request(notice);
        var task = task(notice);
        var header = new MessageHeader();
        header.setId(notice.message().toString());
        header.setEvent(new Coding().setSystem(Message.EVENTS).setCode(MessageAnswer.RESPONSE));
        header.setReason(Written.concept(Message.REASONS, Message.NEW));
        header.getSource().setEndpoint(MessageAnswer.ENDPOINT);
        header.addFocus(new Reference(url(request))).addFocus(new Reference(url(task)));
        var bundle = new Bundle();
        bundle.setId(notice.message().toString());
        bundle.setType(BundleType.MESSAGE).setTimestamp(Date.from(notice.occurredAt()));
        bundle.addEntry().setFullUrl(url(header)).setResource(header);
        bundle.addEntry().setFullUrl(url(request)).setResource(request);
        bundle.addEntry().setFullUrl(url(task)).setResource(task);
        return bundle;
    }

    private static ServiceRequest request(FhirNotices.Notice notice) {
        var request = new ServiceRequest();
        request.setId(notice.referral().toString());
        request.getMeta().addProfile(Systems.SERVICE_REQUEST_PROFILE);
        request.setStatus(switch (notice.kind()) {
            case "referral.declined" -> ServiceRequestStatus.REVOKED;
            case "referral.closed" -> ServiceRequestStatus.COMPLETED;
            default -> ServiceRequestStatus.ACTIVE;
        }).setIntent(ServiceRequestIntent.ORDER);
        request.addCategory(Written.concept(Systems.CATEGORY, Systems.REFERRAL));
        request.setCode(Written.concept(Systems.SNOMED, Systems.SOCIAL_PRESCRIBING));
        request.setSubject(Written.named(Systems.PERSON, notice.person().toString()).setType("Patient"));
        request.setRequester(Written.named(Systems.ORGANISATION, notice.organisation()));
        request.addPerformer(Written.named(Systems.PROGRAMME, notice.programme()).setType("HealthcareService"));
        request.addLocationCode(Written.concept(Systems.AREA, notice.area()));
        return request;
    }

    private static Task task(FhirNotices.Notice notice) {
        var task = new Task();
        task.setId(MessageAnswer.derived("task", notice.referral()).toString());
        task.setStatus(switch (notice.kind()) {
            case "referral.accepted" -> TaskStatus.ACCEPTED;
            case "referral.declined" -> TaskStatus.REJECTED;
            case "referral.first-contact" -> TaskStatus.INPROGRESS;
            default -> TaskStatus.COMPLETED;
        }).setIntent(TaskIntent.ORDER);
        task.setBusinessStatus(new CodeableConcept().addCoding(new Coding().setSystem(Systems.NOTICE).setCode(notice.kind())));
        if (notice.detail() != null)
            task.setStatusReason(Written.concept(Systems.CODE_LIST + (task.getStatus() == TaskStatus.REJECTED ? "decline-reason" : "close-outcome"), notice.detail()));
        task.setFocus(new Reference("urn:uuid:" + notice.referral()));
        task.setFor(Written.named(Systems.PERSON, notice.person().toString()).setType("Patient"));
        task.setLastModifiedElement(new DateTimeType(notice.occurredAt().truncatedTo(ChronoUnit.MILLIS).toString()));
        return task;
    }

    private static String url(Resource resource) {
        return "urn:uuid:" + resource.getIdElement().getIdPart();
    }
}
