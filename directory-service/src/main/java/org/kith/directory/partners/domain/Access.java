package org.kith.directory.partners.domain;

import java.util.List;

/** A programme that a partner may refer to. @param areas of it; empty: all of them */
public record Access(String programme, List<String> areas) {}
