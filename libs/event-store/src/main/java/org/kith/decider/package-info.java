/**
 * The words a domain is written in: a decider turns a command and a state into events or a rejection, and a state and an
 * event into the next state; and by how much clocks may differ. JDK only, so that a domain depends on nothing but Java.
 */
@NullMarked
package org.kith.decider;

import org.jspecify.annotations.NullMarked;
