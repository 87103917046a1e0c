package org.kith.referral.outreach.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was done, in coded values only. Headcounts are contacts: nobody is told from anybody else by them. */
public sealed interface Content {
    Kind kind();

    /** What is missing where these people live. */
    List<String> gaps();

    /** @param uses services that the person uses; the four last are banded or coded, {@code not-asked} where nobody asked */
    record FirstContact(
            String setting, List<String> uses, List<String> gaps, String ageBand, String gender, String ethnicity, String disability)
            implements Content {
        public Kind kind() {
            return Kind.FIRST_CONTACT_FORM;
        }
    }

    /** @param nature initial, one-off …; {@code people} how many were there */
    record Enquiry(
            String channel, String nature, String topic, @Nullable String setting, List<String> uses, List<String> gaps, int people)
            implements Content {
        public Kind kind() {
            return Kind.ENQUIRY;
        }
    }

    /** @param what guide or case study; {@code format} leaflet, website … */
    record Guide(String what, String format, String topic) implements Content {
        public Kind kind() {
            return Kind.GUIDE;
        }

        public List<String> gaps() {
            return List.of();
        }
    }
}
