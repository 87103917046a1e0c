package org.kith.directory.codelists.domain;

/** A value and what it is called. */
public record Code(String code, String label) {}
