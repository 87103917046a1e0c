package org.kith.web.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.Comparator;
import java.util.List;

/** Bean Validation's findings as field errors: paths as in the body, codes from the constraint's name. */
final class Violations {
    private Violations() {}

    /** False when a method of ours answered something invalid: that is our fault, not the caller's. */
    static boolean ofRequest(ConstraintViolationException e) {
        for (ConstraintViolation<?> violation : e.getConstraintViolations())
            for (Path.Node node : violation.getPropertyPath()) if (node.getKind() == ElementKind.RETURN_VALUE) return false;
        return true;
    }

    static List<FieldError> errors(ConstraintViolationException e) {
        return e.getConstraintViolations().stream()
                .map(v -> new FieldError(field(v.getPropertyPath()), code(v), v.getMessage()))
                .sorted(Comparator.comparing(FieldError::field).thenComparing(FieldError::code))
                .toList();
    }

    private static String field(Path path) {
        StringBuilder field = new StringBuilder();
        String parameter = "";
        for (Path.Node node : path) {
            if (node.getKind() == ElementKind.PARAMETER) parameter = node.getName();
            if (node.getKind() != ElementKind.PROPERTY && node.getKind() != ElementKind.CONTAINER_ELEMENT) continue;
            if (node.getIndex() != null) field.append('[').append(node.getIndex()).append(']');
            if (node.getKind() == ElementKind.PROPERTY) field.append(field.isEmpty() ? "" : ".").append(node.getName());
        }
        return field.isEmpty() ? parameter : field.toString();
    }

    private static String code(ConstraintViolation<?> violation) {
        String name = violation.getConstraintDescriptor().getAnnotation().annotationType().getSimpleName();
        return switch (name) {
            case "NotNull", "NotBlank", "NotEmpty" -> "required";
            case "Size" -> "size";
            default -> name.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(java.util.Locale.ROOT);
        };
    }
}
