/**
 * The platform as a whole: its parts put together from the settings, the checks before a start, the background process
 * that starts, watches and stops them.
 */
@NullMarked
package org.kith.local.platform;

import org.jspecify.annotations.NullMarked;
