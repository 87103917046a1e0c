package org.kith.volunteer.domain;

import java.time.Instant;

/** @param module which one, coded */
public record CompletedModule(String module, ModuleKind kind, Instant at) {}
