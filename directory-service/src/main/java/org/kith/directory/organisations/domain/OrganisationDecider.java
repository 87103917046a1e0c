package org.kith.directory.organisations.domain;

import static org.kith.directory.organisations.domain.OrganisationRejection.ALREADY_IDENTIFIED;

import org.kith.decider.Decider;
import org.kith.decider.Decision;
import org.kith.directory.organisations.domain.Organisation.Identified;
import org.kith.directory.organisations.domain.Organisation.Unknown;

public final class OrganisationDecider implements Decider<IdentifyOrganisation, Organisation, OrganisationEvent> {

    @Override
    public Organisation initial() {
        return new Unknown();
    }

    @Override
    public Decision<OrganisationEvent> decide(IdentifyOrganisation c, Organisation state) {
        return switch (state) {
            case Unknown _ -> Decision.accept(new OrganisationEvent.Identified(
                    c.organisation(), c.programme(), c.area(), c.name(), c.kind(), c.delivers(), c.provider(), c.at()));
            case Identified _ -> Decision.reject(ALREADY_IDENTIFIED);
        };
    }

    @Override
    public Organisation evolve(Organisation state, OrganisationEvent event) {
        return switch (event) {
            case OrganisationEvent.Identified e -> new Identified(e.programme(), e.area(), e.name(), e.kind(), e.delivers());
        };
    }
}
