package org.kith.directory.partners.domain;

import java.util.List;

/** @param code of the organisation that a system speaks for, or of the practice; {@code access} never empty */
public record PartnerDetails(String partner, PartnerKind kind, String name, String code, List<Access> access) {

    /** Of a system's client at the identity provider. */
    public String client() {
        return clientOf(code);
    }

    public static String clientOf(String organisation) {
        return "system-" + organisation;
    }
}
