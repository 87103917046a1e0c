/**
 * Small numbers are not told to outsiders: with a few other facts, "two people" can be enough to know who. Counts of
 * people of 1 to 7 become {@code *} and others are rounded to the nearest 5, in such a way that no total gives one away.
 */
@NullMarked
package org.kith.logicmodel.suppression;

import org.jspecify.annotations.NullMarked;
