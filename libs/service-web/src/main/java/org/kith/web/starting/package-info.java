/** What has to come before a service's first answer. */
@NullMarked
package org.kith.web.starting;

import org.jspecify.annotations.NullMarked;
