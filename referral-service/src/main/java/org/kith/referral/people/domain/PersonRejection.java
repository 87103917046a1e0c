package org.kith.referral.people.domain;

import org.kith.decider.Rejection;

/** Why something asked for a person's data as a whole was refused. */
public enum PersonRejection implements Rejection {
    ERASED("person-erased", "The person was erased, so there is nobody to keep, to live with, or to merge."),
    INTO_ERASED("into-erased", "The person to merge into was erased: what stands under a reference that was erased cannot be put under another."),
    MERGED_ALREADY("merged-already", "The person is merged into another one: unmerge them from that one first."),
    INTO_MERGED("into-merged", "The person to merge into is merged into another one: merge into that one, or unmerge them first."),
    OTHERS_MERGED("others-merged", "Others are merged into the person: unmerge them and merge each where this one is to go, or merge the other way round."),
    NOT_MERGED("not-merged", "The person is not merged into another one. Unmerge the reference that is, not the one that it counts under.");

    private final String code;
    private final String detail;

    PersonRejection(String code, String detail) {
        this.code = code;
        this.detail = detail;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String detail() {
        return detail;
    }
}
