package org.kith.referral.fhir;

import java.util.ArrayList;
import java.util.Optional;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.jspecify.annotations.Nullable;

/**
 * A referral as it came: the request, and the person and the consent that it refers to, wherever these stand.
 *
 * @param sentAt when the message in which it came was sent, as that says
 */
record Submission(
        Located<ServiceRequest> request, @Nullable Located<Patient> patient, @Nullable Located<Consent> consent, @Nullable String sentAt) {

    /** On its own, with everything else contained in it. */
    static Submission of(ServiceRequest request) {
        return of(new Located<>(request, "ServiceRequest"), null, _ -> Optional.empty());
    }

    /** @param beside what a reference may lead to besides what is contained */
    static Submission of(Located<ServiceRequest> request, @Nullable String sentAt, Others beside) {
        var contained = contained(request);
        Others all = reference -> reference.startsWith("#") ? contained.at(reference) : beside.at(reference);
        var asked = request.resource();
        var consent = asked.getSupportingInfo().stream().map(one -> all.find(one, Consent.class)).flatMap(Optional::stream).findFirst();
        return new Submission(request, all.find(asked.getSubject(), Patient.class).orElse(null), consent.orElse(null), sentAt);
    }

    /** Finds what a reference leads to, by reading and not by asking anybody. */
    @FunctionalInterface
    interface Others {
        Optional<Located<?>> at(String reference);

        default <R extends Resource> Optional<Located<R>> find(Reference reference, Class<R> type) {
            var to = reference.getReference();
            if (to == null) return Optional.empty();
            return at(to).filter(found -> type.isInstance(found.resource()))
                    .map(found -> new Located<>(type.cast(found.resource()), found.path()));
        }
    }

    private static Others contained(Located<ServiceRequest> request) {
        var contained = new ArrayList<Located<?>>();
        for (var one : request.resource().getContained()) contained.add(new Located<>(one, request.at("contained[" + contained.size() + "]")));
        return reference -> contained.stream().filter(one -> reference.equals(fragment(one.resource()))).findFirst();
    }

    private static @Nullable String fragment(Resource contained) {
        return contained.hasId() ? "#" + contained.getIdElement().getIdPart().replaceFirst("^#", "") : null;
    }
}
