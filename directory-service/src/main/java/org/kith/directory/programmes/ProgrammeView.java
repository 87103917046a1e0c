package org.kith.directory.programmes;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kith.directory.programmes.domain.Area;

/** @param nation absent where nobody said */
public record ProgrammeView(String id, long version, String name, String lawfulBasis, List<Area> areas, @Nullable String nation) {}
