package org.kith.volunteer.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

public sealed interface Volunteer {

    record Unknown() implements Volunteer {}

    /** Somebody who was recruited, trained or not. */
    sealed interface Known extends Volunteer {
        Profile profile();

        Assurance assurance();

        /** The same, otherwise assured. */
        Known with(Assurance other);
    }

    record InTraining(Profile profile, List<CompletedModule> modules, Assurance assurance) implements Known {
        @Override
        public Known with(Assurance other) {
            return new InTraining(profile, modules, other);
        }
    }

    /** @param certificate null only between the two events of one decision */
    record Trained(
            Profile profile, List<CompletedModule> modules, Instant trainedAt, @Nullable CertificateNumber certificate, Assurance assurance)
            implements Known {
        @Override
        public Known with(Assurance other) {
            return new Trained(profile, modules, trainedAt, certificate, other);
        }
    }

    static List<CompletedModule> with(List<CompletedModule> modules, CompletedModule module) {
        var all = new ArrayList<>(modules);
        all.add(module);
        return List.copyOf(all);
    }
}
