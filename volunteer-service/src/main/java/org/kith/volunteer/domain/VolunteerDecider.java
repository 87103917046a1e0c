package org.kith.volunteer.domain;

import static org.kith.volunteer.domain.VolunteerRejection.ALREADY_RECRUITED;
import static org.kith.volunteer.domain.VolunteerRejection.MODULE_ALREADY_COMPLETED;
import static org.kith.volunteer.domain.VolunteerRejection.UNKNOWN_VOLUNTEER;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.kith.decider.Decider;
import org.kith.decider.Decision;
import org.kith.volunteer.domain.Volunteer.InTraining;
import org.kith.volunteer.domain.Volunteer.Trained;
import org.kith.volunteer.domain.Volunteer.Unknown;
import org.kith.volunteer.domain.VolunteerCommand.CompleteModule;
import org.kith.volunteer.domain.VolunteerCommand.RecruitVolunteer;
import org.kith.volunteer.domain.VolunteerFact.CertificateIssued;
import org.kith.volunteer.domain.VolunteerFact.ModuleCompleted;
import org.kith.volunteer.domain.VolunteerFact.Recruited;

/**
 * Training that somebody brings with them counts, dated when they had it, so a module may be older than the recruitment. A volunteer who is
 * trained is something only a volunteer can be: somebody who brought it all is trained from the moment of recruitment, never before.
 */
public final class VolunteerDecider implements Decider<VolunteerCommand, Volunteer, VolunteerFact> {

    @Override
    public Volunteer initial() {
        return new Unknown();
    }

    @Override
    public Decision<VolunteerFact> decide(VolunteerCommand command, Volunteer state) {
        return switch (command) {
            case RecruitVolunteer c when state instanceof Unknown -> Decision.accept(recruited(c.profile()));
            case RecruitVolunteer _ -> Decision.reject(ALREADY_RECRUITED);
            case CompleteModule c -> switch (state) {
                case Unknown _ -> Decision.reject(UNKNOWN_VOLUNTEER);
                case InTraining v when has(v.modules(), c.module()) -> Decision.reject(MODULE_ALREADY_COMPLETED);
                case Trained v when has(v.modules(), c.module()) -> Decision.reject(MODULE_ALREADY_COMPLETED);
                case InTraining v -> Decision.accept(complete(c, v));
                case Trained _ -> Decision.accept(completed(c));
            };
            case VolunteerCommand.Assuring c -> switch (state) {
                case Unknown _ -> Decision.reject(UNKNOWN_VOLUNTEER);
                case Volunteer.Known v -> Assuring.decide(c, v.assurance());
            };
        };
    }

    private static List<VolunteerFact> complete(CompleteModule c, InTraining v) {
        var modules = Volunteer.with(v.modules(), new CompletedModule(c.module(), c.kind(), c.at()));
        return trainedAt(v.profile(), modules)
                .map(at -> List.<VolunteerFact>of(
                        completed(c), new VolunteerFact.Trained(at), new CertificateIssued(c.number(), c.issuedAt(at))))
                .orElse(List.of(completed(c)));
    }

    /** When the last of the required kinds was first completed, or the volunteer recruited if that was later; empty while one is missing. */
    private static Optional<Instant> trainedAt(Profile profile, List<CompletedModule> modules) {
        Map<ModuleKind, Instant> first = new EnumMap<>(ModuleKind.class);
        for (var module : modules)
            if (ModuleKind.REQUIRED.contains(module.kind()))
                first.merge(module.kind(), module.at(), (a, b) -> a.isBefore(b) ? a : b);
        if (first.size() < ModuleKind.REQUIRED.size()) return Optional.empty();
        return Stream.concat(Stream.of(profile.recruitedAt()), first.values().stream()).max(Comparator.naturalOrder());
    }

    private static Recruited recruited(Profile p) {
        return new Recruited(p.volunteer(), p.programme(), p.area(), p.source(), p.provider(), p.recruitedAt());
    }

    private static ModuleCompleted completed(CompleteModule c) {
        return new ModuleCompleted(c.module(), c.kind(), c.at());
    }

    private static boolean has(List<CompletedModule> modules, String module) {
        return modules.stream().anyMatch(m -> m.module().equals(module));
    }

    @Override
    public Volunteer evolve(Volunteer state, VolunteerFact event) {
        return switch (event) {
            case Recruited e -> new InTraining(
                    new Profile(e.volunteer(), e.programme(), e.area(), e.source(), e.provider(), e.occurredAt()), List.of(), Assurance.NONE);
            case ModuleCompleted e -> switch (state) {
                case InTraining v -> new InTraining(v.profile(), Volunteer.with(v.modules(), module(e)), v.assurance());
                case Trained v -> new Trained(
                        v.profile(), Volunteer.with(v.modules(), module(e)), v.trainedAt(), v.certificate(), v.assurance());
                case Unknown _ -> throw new IllegalStateException("completed a module before being recruited");
            };
            case VolunteerFact.Trained e when state instanceof InTraining v -> new Trained(
                    v.profile(), v.modules(), e.occurredAt(), null, v.assurance());
            case VolunteerFact.Trained _ -> throw new IllegalStateException("trained without training");
            case CertificateIssued e when state instanceof Trained v -> new Trained(
                    v.profile(), v.modules(), v.trainedAt(), e.number(), v.assurance());
            case CertificateIssued _ -> throw new IllegalStateException("a certificate before the training was complete");
            case VolunteerFact.Assuring e when state instanceof Volunteer.Known v -> v.with(Assuring.evolve(v.assurance(), e));
            case VolunteerFact.Assuring _ -> throw new IllegalStateException("assured before being recruited");
        };
    }

    private static CompletedModule module(ModuleCompleted e) {
        return new CompletedModule(e.module(), e.kind(), e.occurredAt());
    }
}
