package org.kith.referral.fhir;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointUse;
import org.hl7.fhir.r4.model.Address.AddressUse;
import org.hl7.fhir.r4.model.HumanName.NameUse;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.jspecify.annotations.Nullable;
import org.kith.referral.receiving.ReferralRequest.PersonRequest;
import org.kith.web.problem.Invalid;

/** Makes of a Patient the person of a request. */
final class PersonTranslation {
    private static final List<NameUse> NAMES = List.of(NameUse.OFFICIAL, NameUse.USUAL);
    /** Codes of the NHS Data Dictionary's ethnic category, where our list is finer than theirs only in what they do not tell apart. */
    private static final Map<String, String> ETHNIC_ENGLAND = Map.ofEntries(
            Map.entry("A", "white-british"), Map.entry("B", "white-irish"), Map.entry("C", "white-other"),
            Map.entry("D", "mixed-white-black-caribbean"), Map.entry("E", "mixed-white-black-african"), Map.entry("F", "mixed-white-asian"),
            Map.entry("G", "mixed-other"), Map.entry("H", "asian-indian"), Map.entry("J", "asian-pakistani"),
            Map.entry("K", "asian-bangladeshi"), Map.entry("L", "asian-other"), Map.entry("M", "black-caribbean"),
            Map.entry("N", "black-african"), Map.entry("P", "black-other"), Map.entry("R", "asian-chinese"), Map.entry("S", "other"),
            Map.entry("Z", "prefer-not-to-say"), Map.entry("99", "not-asked"));

    private final Invalid invalid;
    private final Map<String, String> expressions;

    PersonTranslation(Invalid invalid, Map<String, String> expressions) {
        this.invalid = invalid;
        this.expressions = expressions;
    }

    @Nullable
    String practice(@Nullable Located<Patient> at) {
        if (at == null) return null;
        expressions.put("practice", at.at("generalPractitioner"));
        return at.resource().getGeneralPractitioner().stream()
                .map(practitioner -> practitioner.getIdentifier())
                .filter(identifier -> Systems.ODS_CODE.equals(identifier.getSystem()) || Systems.PRACTICE.equals(identifier.getSystem()))
                .findFirst().map(identifier -> identifier.getValue()).orElse(null);
    }

    /** @param subject the FHIRPath of the reference, told when it leads nowhere */
    @Nullable
    PersonRequest person(@Nullable Located<Patient> at, String subject) {
        expressions.put("person", subject);
        if (at == null) return null;
        new Understood(invalid).patient(at);
        var patient = at.resource();
        int name = name(patient);
        return new PersonRequest(
                identifier(at, Systems.NHS_NUMBER, "nhsNumber"),
                identifier(at, Systems.CHI_NUMBER, "chiNumber"),
                field("givenName", at.at("name[" + Math.max(name, 0) + "].given"), name < 0 ? null : given(patient, name)),
                field("familyName", at.at("name[" + Math.max(name, 0) + "].family"), name < 0 ? null : patient.getName().get(name).getFamily()),
                field("birthDate", at.at("birthDate"), patient.getBirthDateElement().getValueAsString()),
                postcode(at),
                gender(at),
                ethnicity(at),
                contact(at, "phone", ContactPointSystem.PHONE),
                contact(at, "email", ContactPointSystem.EMAIL));
    }

    private @Nullable String field(String name, String expression, @Nullable String value) {
        expressions.put("person." + name, expression);
        return value;
    }

    private @Nullable String identifier(Located<Patient> at, String system, String name) {
        var all = at.resource().getIdentifier();
        int place = first(all, identifier -> system.equals(identifier.getSystem()));
        return place < 0 ? null : field(name, at.at("identifier[" + place + "].value"), all.get(place).getValue());
    }

    /** The place of the official name, else the usual one, else the first that is still used; -1 for none. */
    private static int name(Patient patient) {
        var names = patient.getName();
        for (var use : NAMES) {
            int place = first(names, name -> name.getUse() == use);
            if (place >= 0) return place;
        }
        return first(names, name -> name.getUse() != NameUse.OLD && name.getUse() != NameUse.MAIDEN);
    }

    private static String given(Patient patient, int name) {
        return patient.getName().get(name).getGiven().stream().map(PrimitiveType::getValueAsString).filter(part -> part != null).collect(Collectors.joining(" "));
    }

    private @Nullable String postcode(Located<Patient> at) {
        var all = at.resource().getAddress();
        int place = first(all, address -> address.hasPostalCode() && address.getUse() != AddressUse.OLD);
        return place < 0 ? null : field("postcode", at.at("address[" + place + "].postalCode"), all.get(place).getPostalCode());
    }

    /** The coded identity where it is sent, since FHIR's four administrative genders cannot tell what our list can. */
    private @Nullable String gender(Located<Patient> at) {
        var identity = extension(at.resource(), Systems.GENDER_IDENTITY, Systems.CODE_LIST + "gender");
        if (identity != null) return field("gender", at.at("extension"), identity);
        return field("gender", at.at("gender"), switch (at.resource().getGender()) {
            case null -> null;
            case MALE -> "male";
            case FEMALE -> "female";
            case OTHER -> "other";
            case UNKNOWN, NULL -> "not-asked";
        });
    }

    private @Nullable String ethnicity(Located<Patient> at) {
        var own = extension(at.resource(), Systems.ETHNICITY, Systems.CODE_LIST + "ethnicity");
        if (own != null) return field("ethnicity", at.at("extension"), own);
        var england = extension(at.resource(), Systems.ETHNICITY, Systems.ETHNIC_ENGLAND);
        return field("ethnicity", at.at("extension"), england == null ? null : ETHNIC_ENGLAND.getOrDefault(england, england));
    }

    private @Nullable String contact(Located<Patient> at, String name, ContactPointSystem system) {
        List<ContactPoint> all = at.resource().getTelecom();
        int place = first(all, contact -> contact.getSystem() == system && contact.getUse() != ContactPointUse.OLD);
        return place < 0 ? null : field(name, at.at("telecom[" + place + "].value"), all.get(place).getValue());
    }

    private static @Nullable String extension(Patient patient, String url, String system) {
        var extension = patient.getExtensionByUrl(url);
        return extension != null && extension.getValue() instanceof CodeableConcept concept ? Translation.codings(List.of(concept), system) : null;
    }

    private static <T> int first(List<T> all, Predicate<T> wanted) {
        for (int i = 0; i < all.size(); i++) if (wanted.test(all.get(i))) return i;
        return -1;
    }
}
