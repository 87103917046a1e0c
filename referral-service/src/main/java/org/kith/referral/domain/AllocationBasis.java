package org.kith.referral.domain;

/** How a worker was found. */
public enum AllocationBasis {
    /** By the cluster of the person's practice. */
    PRACTICE_CLUSTER("practice-cluster"),
    /** By the area of a person without a practice. */
    AREA("area"),
    /** Somebody chose, and said why. */
    OVERRIDE("override");

    private final String code;

    AllocationBasis(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
