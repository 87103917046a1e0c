package org.kith.web.paging;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param next to be sent as {@code after} for the next page; absent on the last one */
public record Page<T>(List<T> items, @Nullable String next) {}
