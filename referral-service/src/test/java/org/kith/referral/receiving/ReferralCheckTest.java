package org.kith.referral.receiving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kith.web.problem.FieldError;
import org.kith.web.problem.ProblemException;

class ReferralCheckTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    private static final UUID ANY = UUID.fromString("0199aaaa-0000-7000-8000-000000000001");
    private static final Sender PARTNER = new Sender("partner-one", "account-1", "rest", Set.of("norfolk-living-well"), null, ANY);
    private static final Sender PRACTICE = Sender.practice("P1", Set.of("norfolk-living-well"), ANY);
    private static final String GOOD = """
            {"programme": "norfolk-living-well", "source": "primary-care", "practice": "P1",
             "person": {"nhsNumber": "999 000 0018", "givenName": "Wilhelmina", "familyName": "Testcase", "birthDate": "1947-05-12",
                        "postcode": "pe365dn", "gender": "female", "phone": "01632 960123", "email": "w@example.org"},
             "reasons": ["debt", "social-isolation", "debt"], "consent": {"given": true, "at": "2026-03-01T10:00:00Z", "how": "verbal"},
             "note": "Lives alone.", "externalReference": "ref-1", "occurredAt": "2026-03-01T23:30:00+00:00"}
            """;

    @Test
    void a_good_referral_is_normalised_and_coded() {
        var checked = check(PARTNER, GOOD);
        assertThat(checked.area()).isEqualTo("fens");
        assertThat(checked.reasons()).containsExactly("debt", "social-isolation");
        assertThat(checked.identity().nhsNumber()).isEqualTo("9990000018");
        assertThat(checked.identity().postcode()).isEqualTo("PE36 5DN");
        assertThat(checked.characteristics().ageBand()).isEqualTo("65-over");
        assertThat(checked.characteristics().ethnicity()).isEqualTo("not-asked");
        assertThat(checked.consent()).isNotNull();
        assertThat(checked.occurredAt()).isEqualTo("2026-03-01T23:30:00Z");
    }

    @Test
    void what_is_not_said_needs_no_number_postcode_practice_or_time() {
        var checked = check(PARTNER, edited(GOOD, "practice", null, "occurredAt", null, "area", "coastal", "person.nhsNumber", null, "person.postcode", null));
        assertThat(checked.area()).isEqualTo("coastal");
        assertThat(checked.occurredAt()).isEqualTo(NOW);
    }

    @Test
    void the_area_is_the_practices_cluster_on_the_day_it_happened() {
        assertThat(check(PARTNER, edited(GOOD, "occurredAt", "2025-12-31T23:00:00Z")).area()).isEqualTo("coastal");
        assertThat(check(PARTNER, edited(GOOD, "occurredAt", "2026-01-01T00:00:00Z")).area()).isEqualTo("fens");
    }

    @Test
    void a_day_begins_when_it_does_in_london() {
        var summer = edited(GOOD, "person.birthDate", "1960-07-01");
        assertThat(check(PARTNER, edited(summer, "occurredAt", "2025-06-30T22:59:59Z")).characteristics().ageBand()).isEqualTo("16-64");
        assertThat(check(PARTNER, edited(summer, "occurredAt", "2025-06-30T23:00:00Z")).characteristics().ageBand()).isEqualTo("65-over");
    }

    @ParameterizedTest(name = "{0} = {1}: {2} {3}")
    @CsvSource(nullValues = "-", textBlock = """
            programme,                -,                     programme,                required
            programme,                elsewhere,             programme,                unknown
            programme,                clics,                 programme,                not-allowed
            practice,                 P9,                    practice,                 unknown
            practice,                 -,                     area,                     required
            practice,                 ' ',                   area,                     required
            area,                     nowhere,               area,                     unknown
            area,                     coastal,               area,                     not-the-practice-cluster
            source,                   -,                     source,                   required
            source,                   somebody,              source,                   unknown-code
            reasons,                  -,                     reasons,                  required
            reasons,                  [],                    reasons,                  required
            reasons,                  [boredom],             reasons[0],               unknown-code
            person,                   -,                     person,                   required
            person.givenName,         -,                     person.givenName,         required
            person.familyName,        ' ',                   person.familyName,        required
            person.birthDate,         -,                     person.birthDate,         required
            person.birthDate,         12/05/1947,            person.birthDate,         not-a-date
            person.birthDate,         2026-03-03,            person.birthDate,         in-the-future
            person.birthDate,         2026-03-02,            person.birthDate,         after-referral
            person.birthDate,         1847-05-12,            person.birthDate,         too-long-ago
            person.nhsNumber,         3478526985,            person.nhsNumber,         invalid
            person.chiNumber,         3102990002,            person.chiNumber,         invalid
            person.postcode,          ZZ99 9ZZ,              person.postcode,          invalid
            person.gender,            unheard-of,            person.gender,            unknown-code
            person.ethnicity,         unheard-of,            person.ethnicity,         unknown-code
            person.phone,             call me,               person.phone,             invalid
            person.email,             nobody,                person.email,             invalid
            consent,                  -,                     consent,                  required
            consent.given,            false,                 consent.given,            not-given
            consent.given,            -,                     consent.given,            not-given
            consent.how,              telepathy,             consent.how,              unknown-code
            consent.at,               2026-03-03T00:00:00Z,  consent.at,               in-the-future
            occurredAt,               2026-03-02T12:02:00Z,  occurredAt,               in-the-future
            occurredAt,               1999-12-31T23:59:59Z,  occurredAt,               too-long-ago
            occurredAt,               2026-03-01,            occurredAt,               not-a-time
            """)
    void names_the_field_at_fault(String field, String value, String at, String code) {
        assertThat(faults(PARTNER, edited(GOOD, field, value))).containsExactly(at + " " + code);
    }

    @Test
    void text_is_bounded() {
        assertThat(faults(PARTNER, edited(GOOD, "note", "x".repeat(4001), "externalReference", "y".repeat(101), "person.givenName", "z".repeat(101))))
                .containsExactlyInAnyOrder("note too-long", "externalReference too-long", "person.givenName too-long");
    }

    @Test
    void half_a_character_is_no_text_and_a_whole_one_is() {
        var half = String.valueOf((char) 0xD83D);
        assertThat(faults(PARTNER, edited(GOOD, "note", "well " + half, "externalReference", half, "person.givenName", half + "x")))
                .containsExactlyInAnyOrder("note lone-surrogate", "externalReference lone-surrogate", "person.givenName lone-surrogate");
        assertThat(check(PARTNER, edited(GOOD, "note", "well " + half + (char) 0xDE00)).note()).endsWith("\uD83D\uDE00");
    }

    @Test
    void every_field_at_fault_is_named_at_once() {
        assertThat(faults(PARTNER, "{}"))
                .containsExactlyInAnyOrder("programme required", "source required", "person required", "reasons required", "consent required");
        assertThat(faults(PARTNER, edited(GOOD, "source", "x", "person.nhsNumber", "1", "person.postcode", "1", "consent.given", "false")))
                .containsExactlyInAnyOrder(
                        "source unknown-code", "person.nhsNumber invalid", "person.postcode invalid", "consent.given not-given");
    }

    @Test
    void a_message_never_repeats_what_was_sent() {
        var problem = problem(PARTNER, edited(GOOD, "person.nhsNumber", "3478526985", "person.email", "Wilhelmina"));
        assertThat(problem.problem().errors().toString()).doesNotContain("3478526985").doesNotContain("Wilhelmina");
    }

    @Test
    void a_safeguarding_referral_is_never_refused_for_want_of_consent() {
        assertThat(check(PARTNER, edited(GOOD, "safeguarding", "true", "consent", null)).consent()).isNull();
        assertThat(check(PARTNER, edited(GOOD, "safeguarding", "true", "consent.given", "false")).consent()).isNull();
    }

    @Test
    void for_who_is_under_18_on_the_day_it_is_said_who_consented() {
        assertThat(faults(PARTNER, edited(GOOD, "person.birthDate", "2008-03-02"))).containsExactly("consent.by required");
        assertThat(check(PARTNER, edited(GOOD, "person.birthDate", "2008-03-01")).consentBy()).isNull();
        assertThat(check(PARTNER, edited(GOOD, "person.birthDate", "2012-03-02", "consent.by", "parent")).consentBy()).isEqualTo("parent");
        assertThat(faults(PARTNER, edited(GOOD, "consent.by", "a-neighbour"))).containsExactly("consent.by unknown-code");
        assertThat(check(PARTNER, edited(GOOD, "person.birthDate", "2012-03-02", "safeguarding", "true", "consent", null)).consentBy()).isNull();
    }

    @Test
    void prefers_not_to_say_is_not_the_same_as_not_asked() {
        var checked = check(PARTNER, edited(GOOD, "person.gender", "prefer-not-to-say", "person.ethnicity", null));
        assertThat(checked.characteristics().gender()).isEqualTo("prefer-not-to-say");
        assertThat(checked.characteristics().ethnicity()).isEqualTo("not-asked");
    }

    @Test
    void a_programme_goes_by_the_lists_of_its_nation() {
        var scottish = new Sender("partner-one", "account-1", "rest", Set.of("sird-2021"), null, ANY);
        var referred = edited(GOOD, "programme", "sird-2021", "practice", null, "area", "scotland", "person.ethnicity", "white-scottish");
        assertThat(check(scottish, referred).characteristics().ethnicity()).isEqualTo("white-scottish");
        assertThat(check(scottish, edited(referred, "person.gender", "prefer-not-to-say")).characteristics().gender()).isEqualTo("prefer-not-to-say");
        assertThat(faults(scottish, edited(referred, "person.ethnicity", "white-british"))).containsExactly("person.ethnicity unknown-code");
        assertThat(faults(PARTNER, edited(GOOD, "person.ethnicity", "white-scottish"))).containsExactly("person.ethnicity unknown-code");
    }

    @Test
    void a_practice_refers_its_own_patients_and_is_primary_care() {
        var checked = check(PRACTICE, edited(GOOD, "practice", null, "source", null));
        assertThat(checked.practice()).isEqualTo("P1");
        assertThat(checked.source()).isEqualTo("primary-care");
        assertThat(faults(PRACTICE, edited(GOOD, "practice", "P2"))).containsExactly("practice not-the-sender");
    }

    private static CheckedReferral check(Sender sender, String json) {
        try {
            return new ReferralCheck(ReferenceFixture.REFERENCE, sender, NOW).check(JSON.readValue(json, ReferralRequest.class));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static ProblemException problem(Sender sender, String json) {
        return catchThrowableOfType(ProblemException.class, () -> check(sender, json));
    }

    private static List<String> faults(Sender sender, String json) {
        var problem = problem(sender, json).problem();
        assertThat(problem.status()).isEqualTo(422);
        return problem.errors().stream().map(ReferralCheckTest::text).toList();
    }

    private static String text(FieldError error) {
        return error.field() + " " + error.code();
    }

    /** @param changes path, value, path, value …; null removes; [x] is a list */
    private static String edited(String json, String... changes) {
        try {
            var tree = (ObjectNode) JSON.readTree(json);
            for (int i = 0; i < changes.length; i += 2) {
                var path = changes[i].split("\\.");
                var node = path.length == 1 ? tree : (ObjectNode) tree.get(path[0]);
                set(node, path[path.length - 1], changes[i + 1]);
            }
            return tree.toString();
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static void set(ObjectNode node, String name, String value) {
        if (value == null) node.remove(name);
        else if (value.equals("true") || value.equals("false")) node.put(name, Boolean.parseBoolean(value));
        else if (value.startsWith("[")) {
            var array = node.putArray(name);
            Arrays.stream(value.substring(1, value.length() - 1).split(",")).filter(v -> !v.isEmpty()).forEach(array::add);
        } else node.put(name, value);
    }
}
