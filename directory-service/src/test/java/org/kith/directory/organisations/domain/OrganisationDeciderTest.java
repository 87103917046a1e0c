package org.kith.directory.organisations.domain;

import static org.kith.directory.organisations.domain.OrganisationRejection.ALREADY_IDENTIFIED;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kith.decider.Decider;
import org.kith.directory.organisations.domain.OrganisationEvent.Identified;
import org.kith.testsupport.DeciderSpec;

class OrganisationDeciderTest implements DeciderSpec<IdentifyOrganisation, Organisation, OrganisationEvent> {
    private static final Instant AT = Instant.parse("2026-04-01T09:00:00Z");
    private static final IdentifyOrganisation COMMAND = new IdentifyOrganisation("o1", "clics", "CP4", "The Allotment Circle", "voluntary", List.of("nature"), "host", AT);
    private static final Identified EVENT = new Identified("o1", "clics", "CP4", "The Allotment Circle", "voluntary", List.of("nature"), "host", AT);

    @Override
    public Decider<IdentifyOrganisation, Organisation, OrganisationEvent> decider() {
        return new OrganisationDecider();
    }

    @Test
    void is_identified_once() {
        given().when(COMMAND).then(EVENT);
        given(EVENT).when(COMMAND).thenRejected(ALREADY_IDENTIFIED);
    }
}
