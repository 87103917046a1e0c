package org.kith.referral.fhir;

import ca.uhn.fhir.parser.ErrorHandlerAdapter;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ScalarType;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ValueType;
import org.jspecify.annotations.Nullable;
import org.kith.web.problem.Invalid;

/** Notes what HAPI finds wrong while it reads, never with the value: HAPI's own messages quote it. */
final class FhirFaults extends ErrorHandlerAdapter {
    private final Invalid invalid;

    FhirFaults(Invalid invalid) {
        this.invalid = invalid;
    }

    @Override
    public void unknownElement(@Nullable IParseLocation at, String name) {
        invalid.add(path(at, name), "unknown-element", "FHIR R4 has no such element here.");
    }

    @Override
    public void unknownAttribute(@Nullable IParseLocation at, String name) {
        unknownElement(at, name);
    }

    @Override
    public void unexpectedRepeatingElement(@Nullable IParseLocation at, String name) {
        invalid.add(path(at, name), "wrong-type", "At most one is expected here.");
    }

    @Override
    public void missingRequiredElement(@Nullable IParseLocation at, String name) {
        invalid.add(path(at, name), "required", "This is required.");
    }

    @Override
    public void incorrectJsonType(
            @Nullable IParseLocation at, String name, ValueType expected, @Nullable ScalarType expectedScalar, ValueType found, @Nullable ScalarType foundScalar) {
        invalid.add(path(at, name), "wrong-type", "This is not of the JSON type that FHIR gives it.");
    }

    @Override
    public void invalidValue(@Nullable IParseLocation at, @Nullable String value, String error) {
        invalid.add(path(at, null), "invalid", "This is not a value that FHIR R4 allows here.");
    }

    @Override
    public void extensionContainsValueAndNestedExtensions(@Nullable IParseLocation at) {
        invalid.add(path(at, "extension"), "invalid", "An extension has a value or extensions, not both.");
    }

    @Override
    public void containedResourceWithNoId(@Nullable IParseLocation at) {
        invalid.add(path(at, "contained"), "required", "A contained resource needs an id.");
    }

    /** Names come from the sender: only what looks like an element's is repeated. */
    private static String path(@Nullable IParseLocation at, @Nullable String name) {
        var parent = at == null ? null : element(at.getParentElementName());
        var child = element(name);
        if (parent == null) return child == null ? "Resource" : child;
        return child == null ? parent : parent + "." + child;
    }

    private static @Nullable String element(@Nullable String name) {
        return name != null && name.matches("[A-Za-z]{1,40}") ? name : null;
    }
}
