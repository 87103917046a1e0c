/** How volunteers are stored, shown and told, and how the vault is opened. */
@NullMarked
package org.kith.volunteer.storage;

import org.jspecify.annotations.NullMarked;
