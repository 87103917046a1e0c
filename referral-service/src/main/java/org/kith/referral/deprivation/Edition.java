package org.kith.referral.deprivation;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An edition of an index of deprivation.
 *
 * @param appliesFrom absent until it was said to be whole: nothing is looked up in it before
 * @param postcodes how many it holds so far; {@code parts} which of its parts
 */
@Schema(name = "DeprivationEdition")
record Edition(String index, String edition, @Nullable LocalDate appliesFrom, int postcodes, List<Integer> parts) {}
