package org.kith.referral.people.retaining;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Somebody whose programmes have kept them as long as they are to.
 *
 * @param lastEndedAt when the last of their referrals ended
 * @param dueAt since when nothing of their programmes asks for keeping them
 * @param keptFor why they are to be kept all the same: reasons of legal holds, and safeguarding where a concern about them is younger than
 *     such records are kept
 * @param erasable whether there is no such reason
 */
@Schema(name = "DueForErasure")
public record DueForErasure(UUID person, List<String> programmes, Instant lastEndedAt, Instant dueAt, List<String> keptFor, boolean erasable) {}
