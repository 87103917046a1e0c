/**
 * From events to numbers: what one event adds to each indicator of a model, and how the kept samples become a value. Pure
 * functions; storage and its order of arrival are the caller's.
 */
@NullMarked
package org.kith.logicmodel.folding;

import org.jspecify.annotations.NullMarked;
