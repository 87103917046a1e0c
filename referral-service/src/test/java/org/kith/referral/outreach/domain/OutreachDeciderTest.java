package org.kith.referral.outreach.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kith.decider.Decider;
import org.kith.referral.outreach.domain.OutreachCommand.EnterInError;
import org.kith.referral.outreach.domain.OutreachCommand.RecordOutreach;
import org.kith.testsupport.DeciderSpec;

class OutreachDeciderTest implements DeciderSpec<OutreachCommand, Outreach, OutreachFact> {
    private static final Instant AT = Instant.parse("2026-03-02T09:30:00Z");
    private static final UUID PERSON = new UUID(7, 1);
    private static final Where WHERE = new Where(new UUID(7, 2), "clics", "CP4", "kith-host");
    private static final Content.FirstContact FORM = new Content.FirstContact(
            "street", List.of("library"), List.of("transport", "advice"), "65-74", "female", "not-asked", "not-asked");
    private static final Content.Enquiry ENQUIRY = new Content.Enquiry("drop-in", "initial", "carers", null, List.of(), List.of("transport"), 3);
    private static final Content.Guide GUIDE = new Content.Guide("guide", "leaflet", "carers");
    private static final List<UUID> EVENTS = List.of(new UUID(7, 3));

    @Override
    public Decider<OutreachCommand, Outreach, OutreachFact> decider() {
        return new OutreachDecider();
    }

    @Test
    void a_form_is_one_fact_and_each_gap_noticed_is_one_more() {
        given().when(new RecordOutreach(WHERE, FORM, PERSON, AT)).then(
                new OutreachFact.FormCompleted(WHERE, FORM, PERSON, AT), new OutreachFact.GapNoticed("transport", AT),
                new OutreachFact.GapNoticed("advice", AT));
    }

    @Test
    void an_enquiry_may_show_a_gap_too() {
        given().when(new RecordOutreach(WHERE, ENQUIRY, null, AT))
                .then(new OutreachFact.EnquiryAnswered(WHERE, ENQUIRY, AT), new OutreachFact.GapNoticed("transport", AT));
    }

    @Test
    void a_guide_is_published() {
        given().when(new RecordOutreach(WHERE, GUIDE, null, AT)).then(new OutreachFact.GuidePublished(WHERE, GUIDE, AT));
    }

    @Test
    void an_entry_is_made_once() {
        given(new OutreachFact.GuidePublished(WHERE, GUIDE, AT)).when(new RecordOutreach(WHERE, GUIDE, null, AT)).thenRejected(OutreachRejection.ALREADY_RECORDED);
    }

    @Test
    void an_entry_made_in_error_voids_all_that_it_led_to() {
        given(new OutreachFact.EnquiryAnswered(WHERE, ENQUIRY, AT), new OutreachFact.GapNoticed("transport", AT))
                .when(new EnterInError("duplicate", EVENTS, AT))
                .then(new OutreachFact.EnteredInError("duplicate", EVENTS, AT));
    }

    @Test
    void an_error_is_said_once_and_of_what_there_is() {
        given(new OutreachFact.GuidePublished(WHERE, GUIDE, AT), new OutreachFact.EnteredInError("duplicate", EVENTS, AT))
                .when(new EnterInError("duplicate", EVENTS, AT)).thenRejected(OutreachRejection.ALREADY_IN_ERROR);
        given().when(new EnterInError("duplicate", EVENTS, AT)).thenRejected(OutreachRejection.NOT_RECORDED);
    }
}
