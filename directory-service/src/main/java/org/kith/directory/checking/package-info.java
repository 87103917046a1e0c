/** What requests are checked against besides their shape: the programmes and code lists that the directory itself knows. */
@NullMarked
package org.kith.directory.checking;

import org.jspecify.annotations.NullMarked;
