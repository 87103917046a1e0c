package org.kith.directory.codelists;

import java.util.List;
import org.kith.directory.codelists.domain.Code;

/** @param version of the list's content, from 1 */
public record CodeListView(String list, int version, List<Code> codes) {}
