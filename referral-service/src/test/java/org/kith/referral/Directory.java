package org.kith.referral;

import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.kith.eventstore.PublicEventJson;
import org.kith.events.CloudEventHeaders;
import org.kith.events.DirectoryEvent;
import org.kith.events.EventCatalogue;
import org.kith.events.EventEnvelope;
import org.kith.local.testing.RealParts;
import org.kith.reference.ReferenceCopy;

/** What the directory service would have told: two programmes, a practice, posts, the code lists of a referral. */
final class Directory {
    static final String NORFOLK = "norfolk-living-well";
    static final String PRACTICE = "KITH-NLW-07";
    private static final Set<String> LISTS = new HashSet<>();
    private static boolean told;

    private Directory() {}

    /** Publishes it once for all tests of the module, and waits until the service has read it. */
    static synchronized void tell(ReferenceCopy copy) {
        if (!told) {
            publish(
                    "programme-" + NORFOLK, NORFOLK,
                    new DirectoryEvent.ProgrammeSetUp(
                            NORFOLK, "Norfolk", "public-task",
                            List.of(new DirectoryEvent.Area("coastal", "Coastal"), new DirectoryEvent.Area("fens", "Fens"), new DirectoryEvent.Area("breckland", "Breckland"))));
            publish("programme-clics", "clics", new DirectoryEvent.ProgrammeSetUp("clics", "CLICS", "public-task", List.of(new DirectoryEvent.Area("CP4", "CP4"))));
            publish("programme-sird-2021", "sird-2021", new DirectoryEvent.ProgrammeSetUp(
                    "sird-2021", "SiRD", "public-task", List.of(new DirectoryEvent.Area("scotland", "Scotland")), "scotland"));
            codes("ethnicity-scotland", "white-scottish", "not-asked");
            codes("council-area", "s12000050", "s12000036");
            codes("source", "primary-care", "self", "other");
            codes("reasons", "social-isolation", "debt", "other");
            codes("gender", "female", "male", "prefer-not-to-say", "not-asked");
            codes("ethnicity", "white-british", "prefer-not-to-say", "not-asked");
            codes("age-band", "0-15", "16-64", "65-over", "not-asked");
            codes("consent-how", "verbal", "written");
            codes("consent-by", "self-competent", "parent");
            codes("consent-purpose", "tell-referrer", "share-with", "linkage");
            codes("hold-reason", "litigation", "safeguarding");
            codes("merge-reason", "person-says", "entered-twice");
            codes("unmerge-reason", "two-people");
            codes("accessibility-need", "step-free", "easy-read");
            codes("lone-working-risk", "none-known", "dog");
            codes("representative-authority", "carer", "lasting-power-health", "advocate");
            codes("decline-reason", "no-capacity", "out-of-area");
            codes("allocation-override-reason", "workload", "absence");
            codes("contact-mode", "face-to-face", "phone");
            codes("conversation", "one", "two", "three");
            codes("cohort", "health-challenges");
            codes("cancelled-by", "person", "worker");
            codes("need", "housing", "transport");
            codes("employment", "retired", "not-asked");
            codes("data-item", "employment", "housing");
            codes("collected-from", "referrer", "worker");
            codes("goal-kind", "social");
            codes("goal-result", "met", "not-met");
            codes("support-strand-" + NORFOLK, "one-to-one", "healthy-living");
            codes("support-one-to-one", "coaching");
            codes("support-healthy-living", "activity");
            codes("healthy-living-theme", "good-sleep");
            codes("onward-kind", "advice", "befriending");
            codes("onward-reply", "accepted", "declined");
            codes("third-party", "landlord");
            codes("disengagement-reason", "no-longer-wanted");
            codes("waiting-reason", "no-capacity");
            codes("engagement-kind", "meeting");
            codes("safeguarding-kind", "neglect");
            codes("safeguarding-action", "advice-taken");
            codes("waiting-pause-reason", "away");
            codes("reopening-reason", "came-back");
            codes("signpost-kind", "group", "service");
            codes("close-outcome", "goals-met", "disengaged");
            codes("outreach-setting", "street", "library");
            codes("service-used", "library", "food-bank");
            codes("gap-kind", "transport", "advice");
            codes("disability", "yes", "not-asked");
            codes("enquiry-channel", "line", "drop-in");
            codes("enquiry-nature", "initial", "one-off");
            codes("information-topic", "eligibility", "carers");
            codes("guide-kind", "guide", "case-study");
            codes("guide-format", "leaflet");
            codes("entered-in-error-reason", "duplicate");
            codes("cancellation-reason", "no-longer-needed", "not-stated");
            publish("post-coastal", NORFOLK,
                    new DirectoryEvent.PostFilled("coastal", "living-well-worker", "worker-coastal", 50, List.of("coastal"), LocalDate.parse("2018-04-01")));
            publish("post-fens", NORFOLK, new DirectoryEvent.PostFilled("fens", "living-well-worker", "worker-fens", 50, List.of("fens"), LocalDate.parse("2018-04-01")));
            var practice = "practice-" + PRACTICE;
            publish(practice, null, new DirectoryEvent.PracticeRegistered(PRACTICE, "HUNSTANTON SURGERY", "PE36 5DN", "7,000", "kith-local", "practice"));
            publish(practice, NORFOLK, new DirectoryEvent.PracticeJoinedCluster(PRACTICE, NORFOLK, "coastal", LocalDate.parse("2018-02-01")));
            told = true;
        }
        await().atMost(30, TimeUnit.SECONDS).until(() -> copy.current().clusterOf(PRACTICE, NORFOLK, LocalDate.parse("2026-01-01")).isPresent()
                && copy.current().codeLists().keySet().containsAll(LISTS)
                && copy.current().posts().size() == 2
                && copy.current().programmes().size() == 3);
    }

    private static void codes(String list, String... codes) {
        LISTS.add(list);
        publish("code-list-" + list, null, new DirectoryEvent.CodeListPublished(list, 1, Arrays.stream(codes).map(code -> new DirectoryEvent.Code(code, code)).toList()));
    }

    private static void publish(String stream, String programme, DirectoryEvent event) {
        var entry = EventCatalogue.of(event.getClass());
        var now = Instant.now();
        var envelope = new EventEnvelope(
                UUID.randomUUID(), "/kith/directory", stream, 1, entry.type(), entry.version(), now, now,
                programme == null ? List.of() : List.of(programme), null, null, "administrator", UUID.randomUUID(), null, List.of());
        try (var producer = new KafkaProducer<>(RealParts.kafkaUser("directory").client(RealParts.kafka().bootstrap()), new StringSerializer(), new StringSerializer())) {
            var item = new ProducerRecord<>(entry.topic(), stream, PublicEventJson.write(event));
            CloudEventHeaders.write(envelope).forEach((name, value) -> item.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
            producer.send(item);
        }
    }
}
