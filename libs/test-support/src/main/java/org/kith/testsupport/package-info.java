/**
 * What the tests of the modules have in common: given / when / then for deciders, the real parts around a service
 * under test, and real tokens.
 */
@NullMarked
package org.kith.testsupport;

import org.jspecify.annotations.NullMarked;
