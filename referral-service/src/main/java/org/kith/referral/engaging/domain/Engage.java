package org.kith.referral.engaging.domain;

import java.time.Instant;
import java.util.UUID;

/** @param kind meeting, training …; {@code area} the cluster that the practice was in */
public record Engage(UUID engagement, String programme, String area, String practice, String kind, Instant at) {}
