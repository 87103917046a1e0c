package org.kith.web.problem;

/**
 * One field at fault.
 *
 * @param field   path as in the body that was sent ({@code person.nhsNumber}, {@code reasons[2]}), or a header's or parameter's name
 * @param code    stable, lower case with hyphens
 * @param message one sentence for a person; never repeats the value
 */
public record FieldError(String field, String code, String message) {}
