/**
 * What is done for people whom nobody referred: first contact forms, enquiries, guides. Each is a stream of its own
 * that records one thing, and perhaps that it was recorded in error. JDK only.
 */
@NullMarked
package org.kith.referral.outreach.domain;

import org.jspecify.annotations.NullMarked;
