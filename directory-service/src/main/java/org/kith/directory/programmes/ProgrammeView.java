package org.kith.directory.programmes;

import java.util.List;
import org.kith.directory.programmes.domain.Area;

public record ProgrammeView(String id, long version, String name, String lawfulBasis, List<Area> areas) {}
