package org.kith.referral.linkage;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.eventstore.UuidV7;
import org.kith.reference.ReferenceCopy;
import org.kith.referral.domain.Consents;
import org.kith.referral.people.AgeBands;
import org.kith.referral.people.Identity;
import org.kith.referral.storage.SealedContent;
import org.kith.referral.storage.StandingConsents;
import org.kith.vault.Access;
import org.kith.vault.PersonKey;
import org.kith.vault.VaultStore;
import org.kith.web.command.Asked;

/** Makes an extract, some people at a time; that their data were read, and that they were given, is committed before it is answered. */
@Singleton
final class Extracting {
    private static final int AT_ONCE = 500;
    private static final String LINKAGE = "linkage";

    private final Agreements agreements;
    private final SupportedPeople people;
    private final StandingConsents consents;
    private final VaultStore vault;
    private final ReferenceCopy reference;
    private final Pool pool;

    Extracting(
            Agreements agreements, SupportedPeople people, StandingConsents consents, VaultStore vault, ReferenceCopy reference, Pool pool) {
        this.agreements = agreements;
        this.people = people;
        this.consents = consents;
        this.vault = vault;
        this.reference = reference;
        this.pool = pool;
    }

    /** What some people came to. */
    private record Part(Map<UUID, List<Extract.Person>> rows, int withoutNumber, int withheld) {}

    private record Task(Agreement agreement, LinkageKey key, Days days, Set<String> ageBands, Access access) {}

    Uni<Extract> of(Agreement agreement, Days days, Asked asked) {
        var bands = reference.current().codeList("age-band").map(list -> Set.copyOf(list.codes().keySet())).orElse(Set.of());
        var access = new Access(
                agreement.id(), "linkage-agreement/" + agreement.id() + "/extract", asked.caller().subject(), asked.caller().organisation(), asked.correlationId());
        return agreements.key(agreement, asked)
                .chain(key -> people.in(agreement.programmes(), days).chain(all -> Multi.createFrom().iterable(some(all))
                        .onItem().transformToUniAndConcatenate(few -> part(few, new Task(agreement, key, days, bands, access)))
                        .collect().asList()))
                .chain(parts -> keep(agreement, days, parts, asked).map(_ -> extract(agreement, days, parts)));
    }

    private static List<List<Supported>> some(List<Supported> all) {
        var parts = new ArrayList<List<Supported>>();
        for (int i = 0; i < all.size(); i += AT_ONCE) parts.add(all.subList(i, Math.min(all.size(), i + AT_ONCE)));
        return parts;
    }

    private Uni<Part> part(List<Supported> few, Task task) {
        var referrals = few.stream().flatMap(one -> one.ids().stream()).toList();
        return consents.of(referrals).chain(said -> {
            var letting = few.stream().filter(one -> lets(one, said, task.agreement())).toList();
            var who = letting.stream().flatMap(one -> one.referrals().stream()).map(Supported.InReferral::person).distinct().toList();
            return vault.keysFor(who, task.access()).chain(keys -> people.with(letting, task.days())
                    .map(given -> part(letting, given, said, keys, task, few.size() - letting.size())));
        });
    }

    private static Part part(
            List<Supported> letting, List<SupportGiven> given, Map<UUID, Consents> said, Map<UUID, PersonKey> keys, Task task, int refused) {
        var rows = new HashMap<UUID, List<Extract.Person>>();
        int withheld = refused;
        int withoutNumber = 0;
        for (int i = 0; i < letting.size(); i++) {
            var one = letting.get(i);
            var contents = contents(one, keys);
            if (contents.isEmpty()) continue; // erased: there is nobody any more
            boolean agreed = contents.stream().allMatch(content -> content.consent() != null) || saidYes(one, said, task.agreement());
            var row = agreed ? row(one, contents, given.get(i), task) : null;
            if (!agreed) withheld++;
            else if (row == null) withoutNumber++;
            else rows.computeIfAbsent(one.person(), _ -> new ArrayList<>()).add(row);
        }
        return new Part(rows, withoutNumber, withheld);
    }

    private static List<SealedContent> contents(Supported one, Map<UUID, PersonKey> keys) {
        var contents = new ArrayList<SealedContent>();
        for (var referral : one.referrals()) {
            var key = keys.get(referral.person());
            if (key != null) contents.add(SealedContent.open(key, referral.referral(), referral.sealed()));
        }
        return contents;
    }

    /** Whoever said no in one of the referrals said no. */
    private static boolean lets(Supported one, Map<UUID, Consents> said, Agreement agreement) {
        boolean refused = one.ids().stream().map(referral -> said.getOrDefault(referral, Consents.AS_REFERRED))
                .anyMatch(consent -> !consent.allow(LINKAGE, agreement.recipient()));
        return !refused && (agreement.consent().equals(Agreement.UNLESS_WITHDRAWN) || saidYes(one, said, agreement));
    }

    private static boolean saidYes(Supported one, Map<UUID, Consents> said, Agreement agreement) {
        return one.ids().stream().map(referral -> said.getOrDefault(referral, Consents.AS_REFERRED).said()).anyMatch(consent -> consent.getOrDefault(
                new Consents.Scope(LINKAGE, agreement.recipient()), consent.getOrDefault(new Consents.Scope(LINKAGE, null), false)));
    }

    /** Null where no number is known. The NHS number goes first, as it does everywhere. */
    private static Extract.@Nullable Person row(Supported one, List<SealedContent> contents, SupportGiven given, Task task) {
        var identities = contents.reversed().stream().map(SealedContent::identity).toList();
        var latest = identities.getFirst();
        var nhs = identities.stream().map(Identity::nhsNumber).filter(Objects::nonNull).findFirst().orElse(null);
        var chi = identities.stream().map(Identity::chiNumber).filter(Objects::nonNull).findFirst().orElse(null);
        var number = nhs == null ? chi : nhs;
        if (number == null) return null;
        var reasons = new LinkedHashSet<String>();
        one.referrals().forEach(referral -> reasons.addAll(referral.reasons()));
        return new Extract.Person(
                task.key().pseudonym(number), nhs == null ? "chi" : "nhs", one.programme(), one.referrals().getLast().area(),
                AgeBands.of(latest.birthDate(), given.firstDay(), task.ageBands()), latest.gender(), latest.ethnicity(), List.copyOf(reasons),
                given.firstMonth(), given.lastMonth(), given.contacts(), given.signposted(), given.onward(), given.uses(), given.outcome());
    }

    /** By pseudonym, so that their order says nothing. */
    private static Extract extract(Agreement agreement, Days days, List<Part> parts) {
        var rows = parts.stream().flatMap(part -> part.rows().values().stream().flatMap(List::stream))
                .sorted(Comparator.comparing(Extract.Person::linkageId).thenComparing(Extract.Person::programme))
                .toList();
        return new Extract(
                agreement.id(), days.from(), days.until(), Extract.NOTE, parts.stream().mapToInt(Part::withoutNumber).sum(),
                parts.stream().mapToInt(Part::withheld).sum(), rows);
    }

    private Uni<Void> keep(Agreement agreement, Days days, List<Part> parts, Asked asked) {
        var id = UuidV7.at(asked.now());
        var given = parts.stream().flatMap(part -> part.rows().keySet().stream()).distinct().toArray(UUID[]::new);
        return pool.withTransaction(tx -> tx.preparedQuery("""
                        INSERT INTO linkage_extract (id, agreement, taken_by, organisation, first_day, last_day, people, without_number, withheld)
                        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)""")
                .execute(Tuple.from(Arrays.asList(
                        id, agreement.id(), asked.caller().subject(), asked.caller().organisation(), days.from(), days.until(), given.length,
                        parts.stream().mapToInt(Part::withoutNumber).sum(), parts.stream().mapToInt(Part::withheld).sum())))
                .chain(() -> tx.preparedQuery("INSERT INTO linkage_disclosure (extract, person) SELECT $1, person FROM unnest($2::uuid[]) AS given (person)")
                        .execute(Tuple.of(id, given))))
                .replaceWithVoid();
    }
}
