package org.kith.directory.partners.domain;

/** A partner's state. */
public sealed interface Partner {
    record Unknown() implements Partner {}

    sealed interface Known extends Partner {
        PartnerDetails details();

        Credentials credentials();
    }

    record Active(PartnerDetails details, Credentials credentials) implements Known {}

    record Suspended(PartnerDetails details, Credentials credentials, String reason) implements Known {}
}
