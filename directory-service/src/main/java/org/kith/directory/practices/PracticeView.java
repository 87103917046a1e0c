package org.kith.directory.practices;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kith.directory.practices.domain.Membership;

/** @param clusters each from its day on, until the next of the same programme */
public record PracticeView(
        String code, long version, String name, @Nullable String postcode, @Nullable String listSize, String codeOrigin, String kind,
        List<Membership> clusters) {}
