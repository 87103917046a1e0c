package org.kith.volunteer.certificates;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * @param number as it was asked for, in its usual form where it has one
 * @param valid whether this certificate was issued
 * @param volunteer whose it is: only for a coordinator of the programme
 */
public record CertificateView(String number, boolean valid, @Nullable Instant issuedAt, @Nullable String volunteer) {}
