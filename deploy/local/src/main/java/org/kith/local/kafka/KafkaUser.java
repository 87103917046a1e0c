package org.kith.local.kafka;

import java.util.List;

/**
 * A service as the broker knows it. Consumer groups and transactional ids of a user start with its name.
 *
 * @param name   user name, the service's short name
 * @param writes topics it may write; only the owner of a stream family publishes to its topic
 * @param reads  topics it may read
 */
public record KafkaUser(String name, List<String> writes, List<String> reads) {

    public static final String REFERRAL = "kith.referral.events";
    public static final String DIRECTORY = "kith.directory.events";
    public static final String VOLUNTEER = "kith.volunteer.events";
    public static final String OUTCOMES = "kith.outcomes.events";
    public static final String DEAD_LETTERS = "kith.reporting.dead-letters";
    /** Records that say nothing: the time that the broker appends them at is how reporting learns the broker's clock. */
    public static final String CLOCK = "kith.reporting.clock";

    /** Each owner reads its own topic too: to compare it with its store and to publish again what was lost. */
    public static final List<KafkaUser> SERVICES = List.of(
            new KafkaUser("referral", List.of(REFERRAL), List.of(REFERRAL, DIRECTORY, VOLUNTEER, OUTCOMES)),
            new KafkaUser("directory", List.of(DIRECTORY), List.of(DIRECTORY, REFERRAL)),
            new KafkaUser("volunteer", List.of(VOLUNTEER), List.of(VOLUNTEER, REFERRAL, DIRECTORY)),
            new KafkaUser("outcomes", List.of(OUTCOMES), List.of(OUTCOMES, REFERRAL, DIRECTORY, VOLUNTEER)),
            new KafkaUser("reporting", List.of(DEAD_LETTERS, CLOCK), List.of(REFERRAL, DIRECTORY, VOLUNTEER, OUTCOMES, DEAD_LETTERS)));
}
