package org.kith.referral.fhir;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.MessageHeader;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.jspecify.annotations.Nullable;
import org.kith.referral.fhir.Submission.Others;
import org.kith.web.problem.Invalid;

/** A message of the NHS Booking and Referral Standard: a header, the request that it is about, and what the request refers to. */
final class Message {
    static final String EVENTS = "https://fhir.nhs.uk/CodeSystem/message-events-bars";
    static final String REASONS = "https://fhir.nhs.uk/CodeSystem/message-reason-bars";
    static final String REQUEST = "servicerequest-request";
    static final String NEW = "new";
    static final String UPDATE = "update";
    /** Where a message says when it was sent. */
    static final String SENT_AT = "Bundle.timestamp";
    private static final Set<ServiceRequestStatus> CANCELLED = Collections.unmodifiableSet(EnumSet.of(ServiceRequestStatus.REVOKED, ServiceRequestStatus.ENTEREDINERROR));
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9.-]{1,64}");
    private static final String HEADER = "Bundle.entry[0].resource";
    private static final int MOST_ENTRIES = 100;

    private final Bundle bundle;
    private final Invalid invalid;

    /** @param invalid what was found wrong already; what is wrong with the message is added */
    Message(Bundle bundle, Invalid invalid) {
        this.bundle = bundle;
        this.invalid = invalid;
    }

    /**
     * @param id of the message, by which the answer names it
     * @param cancels whether the referral is taken back
     */
    record Received(String id, boolean cancels, Submission submission) {}

    /** @throws org.kith.web.problem.ProblemException 422 naming every FHIRPath at fault, where it is not a message or of another kind */
    Received read() {
        invalid.check(bundle.getType() == BundleType.MESSAGE, "Bundle.type", "not-supported", "A message is expected here.");
        invalid.check(bundle.getEntry().size() <= MOST_ENTRIES, "Bundle.entry", "too-many", "At most " + MOST_ENTRIES + ".");
        if (!(bundle.getEntryFirstRep().getResource() instanceof MessageHeader header)) {
            invalid.add(HEADER, "required", "A message begins with its MessageHeader.");
            throw refused();
        }
        var id = id(header);
        var request = focus(header);
        kind(header, request);
        if (id == null || request == null) throw refused();
        return new Received(id, isCancelled(request), Submission.of(request, bundle.getTimestampElement().getValueAsString(), this::at));
    }

    private RuntimeException refused() {
        invalid.throwIfAny();
        return new IllegalStateException("a fault was found and not noted");
    }

    private @Nullable String id(MessageHeader header) {
        var id = header.getIdElement().getIdPart();
        var named = id != null && ID.matcher(id).matches();
        invalid.check(named, HEADER + ".id", "required", "The answer names the message by it: up to 64 letters, digits, hyphens and full stops.");
        return named ? id : null;
    }

    private void kind(MessageHeader header, @Nullable Located<ServiceRequest> request) {
        boolean asksForService = header.hasEventCoding() && EVENTS.equals(header.getEventCoding().getSystem()) && REQUEST.equals(header.getEventCoding().getCode());
        invalid.check(asksForService, HEADER + ".event", "not-supported", "Only " + REQUEST + " of " + EVENTS + " is taken here.");
        invalid.check(!header.hasImplicitRules() && !header.hasModifierExtension(), HEADER, "not-supported", "No modifying extension or rules are known here.");
        var reason = code(List.of(header.getReason()), REASONS);
        if (request != null && isCancelled(request)) {
            invalid.check(UPDATE.equals(reason), HEADER + ".reason", "not-supported", "Cancelling is an '" + UPDATE + "' of " + REASONS + ".");
            return;
        }
        invalid.check(
                NEW.equals(reason), HEADER + ".reason", "not-supported",
                "'" + NEW + "' of " + REASONS + "; or '" + UPDATE + "', with the status " + ServiceRequestStatus.REVOKED.toCode() + ", to cancel.");
        if (request == null) return;
        var category = code(request.resource().getCategory(), Systems.CATEGORY);
        invalid.check(Systems.REFERRAL.equals(category), request.at("category"), "not-supported", "A '" + Systems.REFERRAL + "' of " + Systems.CATEGORY + " is expected here.");
    }

    private static boolean isCancelled(Located<ServiceRequest> request) {
        return CANCELLED.contains(request.resource().getStatus());
    }

    private @Nullable Located<ServiceRequest> focus(MessageHeader header) {
        var requests = header.getFocus().stream().map(one -> find(one, ServiceRequest.class)).flatMap(Optional::stream).toList();
        boolean one = header.getFocus().size() == 1 && requests.size() == 1;
        invalid.check(one, HEADER + ".focus", "required", "One reference to a ServiceRequest in the message.");
        return one ? requests.getFirst() : null;
    }

    private <R extends Resource> Optional<Located<R>> find(Reference reference, Class<R> type) {
        Others all = this::at;
        return all.find(reference, type);
    }

    /** By the entry's full URL, else as Type/id. */
    private Optional<Located<?>> at(String reference) {
        var found = new ArrayList<Located<?>>();
        for (int i = 0; i < bundle.getEntry().size(); i++) {
            var entry = bundle.getEntry().get(i);
            var resource = entry.getResource();
            if (resource != null && (reference.equals(entry.getFullUrl()) || reference.equals(resource.fhirType() + "/" + resource.getIdElement().getIdPart())))
                found.add(new Located<>(resource, "Bundle.entry[" + i + "].resource"));
        }
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private static @Nullable String code(List<CodeableConcept> concepts, String system) {
        return Translation.codings(concepts, system);
    }
}
