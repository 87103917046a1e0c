package org.kith.web.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A problem as FHIR R4 says it, media type {@code application/fhir+json}: one issue for each field at fault, else one for the
 * whole. {@code expression} is the field as it was noted, which at a FHIR door is a FHIRPath.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record OperationOutcome(String resourceType, List<Issue> issue) {
    static final String MEDIA_TYPE = "application/fhir+json";
    private static final String CODES = "urn:kith:problem";

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Issue(String severity, String code, Details details, @Nullable String diagnostics, List<String> expression) {}

    record Details(List<Coding> coding, String text) {}

    record Coding(String system, String code) {}

    static OperationOutcome of(Problem problem) {
        var diagnostics = problem.correlationId() == null ? null : "correlation id " + problem.correlationId();
        if (problem.errors().isEmpty())
            return outcome(List.of(issue(type(problem), problem.code(), text(problem), diagnostics, List.of())));
        return outcome(problem.errors().stream()
                .map(error -> issue(type(error), error.code(), error.message(), diagnostics, List.of(error.field())))
                .toList());
    }

    private static OperationOutcome outcome(List<Issue> issues) {
        return new OperationOutcome("OperationOutcome", issues);
    }

    private static Issue issue(String type, String code, String text, @Nullable String diagnostics, List<String> expression) {
        return new Issue("error", type, new Details(List.of(new Coding(CODES, code)), text), diagnostics, expression);
    }

    private static String text(Problem problem) {
        return problem.detail() == null ? problem.title() + "." : problem.title() + ": " + problem.detail();
    }

    /** Of the value set issue-type. */
    private static String type(FieldError error) {
        return switch (error.code()) {
            case "required" -> "required";
            case "unknown-code" -> "code-invalid";
            case "not-supported", "unknown-element" -> "not-supported";
            case "not-allowed" -> "forbidden";
            default -> "value";
        };
    }

    private static String type(Problem problem) {
        return switch (problem.status()) {
            case 400 -> "structure";
            case 401 -> "login";
            case 403 -> "forbidden";
            case 404 -> "not-found";
            case 405, 406, 415 -> "not-supported";
            case 409, 412 -> "conflict";
            case 413 -> "too-long";
            case 422, 428 -> "invalid";
            case 429 -> "throttled";
            case 503 -> "transient";
            default -> problem.status() >= 500 ? "exception" : "processing";
        };
    }
}
