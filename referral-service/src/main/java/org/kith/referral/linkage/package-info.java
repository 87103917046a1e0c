/**
 * Extracts by which an evaluation can link the people whom a programme supported with records of other services: a row a person, under a
 * pseudonym that whoever holds the agreed key can compute from the NHS or CHI number, and nobody else can turn back. Only under an agreement
 * that is in force, only of those who let it be done; who was given to whom is kept.
 */
@NullMarked
package org.kith.referral.linkage;

import org.jspecify.annotations.NullMarked;
