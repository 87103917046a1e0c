package org.kith.referral.outreach.entries;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.kith.referral.outreach.domain.Content;
import org.kith.referral.outreach.domain.Kind;

/** An entry's content in one column. */
final class ContentJson {
    private static final JsonMapper JSON = JsonMapper.builder().serializationInclusion(JsonInclude.Include.NON_NULL).build();

    private ContentJson() {}

    static String write(Content content) {
        try {
            return JSON.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static Content read(String kind, String json) {
        Class<? extends Content> type = switch (Kind.of(kind)) {
            case FIRST_CONTACT_FORM -> Content.FirstContact.class;
            case ENQUIRY -> Content.Enquiry.class;
            case GUIDE -> Content.Guide.class;
        };
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a column of ours holds no " + kind, e);
        }
    }
}
