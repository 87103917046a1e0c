package org.kith.volunteer.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

public sealed interface Volunteer {

    record Unknown() implements Volunteer {}

    record InTraining(Profile profile, List<CompletedModule> modules) implements Volunteer {}

    /** @param certificate null only between the two events of one decision */
    record Trained(Profile profile, List<CompletedModule> modules, Instant trainedAt, @Nullable CertificateNumber certificate)
            implements Volunteer {}

    static List<CompletedModule> with(List<CompletedModule> modules, CompletedModule module) {
        var all = new ArrayList<>(modules);
        all.add(module);
        return List.copyOf(all);
    }
}
