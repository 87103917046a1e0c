package org.kith.referral.outreach.publishing;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.events.ReferralEvent;
import org.kith.eventstore.EventCodec;
import org.kith.eventstore.Publication;
import org.kith.eventstore.StreamFamily;
import org.kith.referral.outreach.domain.Outreach;
import org.kith.referral.outreach.domain.OutreachFact;
import org.kith.referral.outreach.domain.OutreachFact.EnquiryAnswered;
import org.kith.referral.outreach.domain.OutreachFact.EnteredInError;
import org.kith.referral.outreach.domain.OutreachFact.FormCompleted;
import org.kith.referral.outreach.domain.OutreachFact.GapNoticed;
import org.kith.referral.outreach.domain.OutreachFact.GuidePublished;

/** Streams {@code outreach-<id>}. */
public final class OutreachFamily implements StreamFamily<Outreach, OutreachFact> {
    private static final EventCodec<OutreachFact> CODEC = EventCodec.of(OutreachFact.class)
            .event("first-contact-form.completed", FormCompleted.class)
            .event("enquiry.answered", EnquiryAnswered.class)
            .event("guide.published", GuidePublished.class)
            .event("gap.noticed", GapNoticed.class)
            .event("outreach.entered-in-error", EnteredInError.class)
            .build();

    @Override
    public String name() {
        return "outreach";
    }

    @Override
    public String source() {
        return "/kith/referral";
    }

    @Override
    public EventCodec<OutreachFact> codec() {
        return CODEC;
    }

    @Override
    public Optional<Publication> publish(String subject, Outreach stateAfter, OutreachFact fact) {
        var entry = (Outreach.Known) stateAfter;
        var where = entry.where();
        List<UUID> voids = fact instanceof EnteredInError error ? error.voids() : List.of();
        return Optional.of(new Publication(
                told(subject, entry.content().kind().code(), fact), List.of(where.programme()), where.area(), where.provider(), voids));
    }

    private static ReferralEvent told(String entry, String kind, OutreachFact fact) {
        return switch (fact) {
            case FormCompleted(_, var form, var person, _) -> new ReferralEvent.FirstContactFormCompleted(
                    entry, text(person), form.setting(), form.uses(), form.gaps(), form.ageBand(), form.gender(), form.ethnicity(), form.disability());
            case EnquiryAnswered(_, var e, _) -> new ReferralEvent.EnquiryAnswered(
                    entry, e.channel(), e.nature(), e.topic(), e.setting(), e.uses(), e.gaps(), e.people());
            case GuidePublished(_, var g, _) -> new ReferralEvent.GuidePublished(entry, g.what(), g.format(), g.topic());
            case GapNoticed e -> new ReferralEvent.GapNoticed(e.gap(), kind, entry);
            case EnteredInError e -> new ReferralEvent.OutreachEnteredInError(entry, kind, e.reason());
        };
    }

    private static @Nullable String text(@Nullable UUID person) {
        return person == null ? null : person.toString();
    }
}
