package org.kith.directory.programmes.domain;

/** A part of a programme's ground that it reports on: a partnership, a locality, a cluster. */
public record Area(String code, String name) {}
