package org.kith.directory.practices.domain;

import java.time.LocalDate;

/** In this cluster of the programme from that day on, until the next membership of the same programme. */
public record Membership(String programme, String cluster, LocalDate from) {}
