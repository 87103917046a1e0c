package org.kith.logicmodel;

import java.time.MonthDay;
import org.jspecify.annotations.Nullable;

/** @param assumption why the year starts on this day, where the document does not say */
public record ProgrammeYear(MonthDay starts, @Nullable String assumption) {}
