package org.kith.directory.practices.domain;

import org.jspecify.annotations.Nullable;

/**
 * @param listSize as its document writes it: a number, a range, or nothing
 * @param codeOrigin {@code ods} or {@code kith-local}
 * @param kind {@code practice} or {@code not-a-practice}
 */
public record PracticeDetails(String name, @Nullable String postcode, @Nullable String listSize, String codeOrigin, String kind) {}
