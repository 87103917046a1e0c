/**
 * From a request to a command and back: what the request asked for besides its content ({@code Asked}), what the caller is
 * told ({@code Answer}), and {@code Commands}, the one place where an outcome becomes an HTTP answer.
 */
@NullMarked
package org.kith.web.command;

import org.jspecify.annotations.NullMarked;
