package org.kith.directory.practices.domain;

import static org.kith.directory.practices.domain.PracticeRejection.CODE_ORIGIN_FIXED;

import java.util.ArrayList;
import java.util.List;
import org.kith.decider.Decider;
import org.kith.decider.Decision;
import org.kith.directory.practices.domain.Practice.NotRegistered;
import org.kith.directory.practices.domain.Practice.Registered;

public final class PracticeDecider implements Decider<RegisterPractice, Practice, PracticeEvent> {

    @Override
    public Practice initial() {
        return new NotRegistered();
    }

    @Override
    public Decision<PracticeEvent> decide(RegisterPractice c, Practice state) {
        return switch (state) {
            case NotRegistered _ -> Decision.accept(news(c, true, c.memberships()));
            case Registered r when !r.details().codeOrigin().equals(c.details().codeOrigin()) -> Decision.reject(CODE_ORIGIN_FIXED);
            case Registered r -> Decision.accept(news(
                    c,
                    !r.details().equals(c.details()),
                    c.memberships().stream().filter(m -> !r.memberships().contains(m)).toList()));
        };
    }

    private static List<PracticeEvent> news(RegisterPractice c, boolean details, List<Membership> memberships) {
        var events = new ArrayList<PracticeEvent>();
        if (details) events.add(new PracticeEvent.Registered(c.practice(), c.details(), c.at()));
        memberships.forEach(m -> events.add(new PracticeEvent.JoinedCluster(c.practice(), m, c.at())));
        return events;
    }

    @Override
    public Practice evolve(Practice state, PracticeEvent event) {
        return switch (event) {
            case PracticeEvent.Registered e ->
                new Registered(e.details(), state instanceof Registered r ? r.memberships() : List.of());
            case PracticeEvent.JoinedCluster e when state instanceof Registered r -> r.with(e.membership());
            case PracticeEvent.JoinedCluster _ -> throw new IllegalStateException("joined a cluster before it was registered");
        };
    }
}
