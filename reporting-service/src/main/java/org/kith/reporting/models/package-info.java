/**
 * The programmes' logic models: read from their files at start, registered by version and hash, and made ready for
 * folding.
 */
@NullMarked
package org.kith.reporting.models;

import org.jspecify.annotations.NullMarked;
