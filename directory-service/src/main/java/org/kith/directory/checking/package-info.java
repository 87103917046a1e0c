/** What requests are checked against: the shapes of codes and days, and the programmes and code lists that the directory itself knows. */
@NullMarked
package org.kith.directory.checking;

import org.jspecify.annotations.NullMarked;
