/**
 * The door for systems that speak FHIR R4: a referral as a ServiceRequest in the UK Core profile, on its own or in a message of
 * the NHS Booking and Referral Standard. What comes in is read by HAPI FHIR on threads of its own, bounded, and becomes the
 * request that every other door makes of it; what goes out are ServiceRequests and OperationOutcomes.
 */
@NullMarked
package org.kith.referral.fhir;

import org.jspecify.annotations.NullMarked;
