package org.kith.local.kafka;

import static org.apache.kafka.common.acl.AclOperation.DESCRIBE;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;
import static org.apache.kafka.common.resource.PatternType.LITERAL;
import static org.apache.kafka.common.resource.PatternType.PREFIXED;
import static org.apache.kafka.common.resource.ResourceType.GROUP;
import static org.apache.kafka.common.resource.ResourceType.TOPIC;
import static org.apache.kafka.common.resource.ResourceType.TRANSACTIONAL_ID;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.kith.local.process.RunningProcess;
import org.kith.local.process.StartFailed;

/** Makes topics, users and access rules on a running broker. Everything may be done again without harm. */
public final class KafkaSetup {

    private static final Duration JOINING = Duration.ofMillis(50);
    private static final int PARTITIONS = 6;
    private static final int SCRAM_ITERATIONS = 4096;
    private static final Map<String, String> TOPIC_SETTINGS = Map.of(
            "retention.ms", "-1",
            "retention.bytes", "-1",
            "cleanup.policy", "delete",
            "message.timestamp.type", "LogAppendTime",
            "compression.type", "uncompressed");
    private static final Map<String, String> CLOCK_SETTINGS = Map.of(
            "retention.ms", "3600000",
            "segment.ms", "3600000",
            "message.timestamp.type", "LogAppendTime");

    private final Admin admin;

    public KafkaSetup(Admin admin) {
        this.admin = admin;
    }

    /** @param passwords by user name, one for each of {@link KafkaUser#SERVICES} */
    public void users(Map<String, String> passwords) {
        var scram = new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_256, SCRAM_ITERATIONS);
        await(admin.alterUserScramCredentials(KafkaUser.SERVICES
                .stream().<org.apache.kafka.clients.admin.UserScramCredentialAlteration>map(user -> new UserScramCredentialUpsertion(user.name(), scram,
                        new KafkaCredentials(user.name(), Objects.requireNonNull(passwords.get(user.name()), user.name())).password()))
                .toList()).all());
        await(admin.createAcls(KafkaUser.SERVICES.stream().flatMap(KafkaSetup::rules).toList()).all());
    }

    /** Makes the topics that are missing. */
    public void topics() {
        // it answers before it has joined its own cluster, and until then there is no broker to put a partition on
        while (await(admin.describeCluster().nodes()).isEmpty()) RunningProcess.pause(JOINING);
        var present = await(admin.listTopics().names());
        await(admin.createTopics(names()
                .filter(name -> !present.contains(name))
                .map(KafkaSetup::topic)
                .toList()).all());
    }

    /** Empties everything that Kith keeps on the broker: its topics are deleted and made again, and groups forgotten. For tests. */
    public void reset() {
        var groups = await(admin.listGroups().all()).stream().map(group -> group.groupId()).toList();
        groups.forEach(group -> ignoring(GroupIdNotFoundException.class, () -> await(admin.deleteConsumerGroups(List.of(group)).all())));
        names().forEach(name -> ignoring(UnknownTopicOrPartitionException.class, () -> await(admin.deleteTopics(List.of(name)).all())));
        while (!java.util.Collections.disjoint(await(admin.listTopics().names()), names().collect(Collectors.toSet()))) Thread.onSpinWait();
        topics();
    }

    private static NewTopic topic(String name) {
        boolean clock = name.equals(KafkaUser.CLOCK);
        return new NewTopic(name, Optional.of(clock ? 1 : PARTITIONS), Optional.of((short) 1)).configs(clock ? CLOCK_SETTINGS : TOPIC_SETTINGS);
    }

    private static Stream<String> names() {
        return KafkaUser.SERVICES.stream().flatMap(user -> Stream.concat(user.writes().stream(), user.reads().stream())).distinct();
    }

    private static Stream<AclBinding> rules(KafkaUser user) {
        var rules = new ArrayList<AclBinding>();
        user.writes().forEach(topic -> rules.addAll(allow(user, TOPIC, LITERAL, topic, Set.of(WRITE, DESCRIBE))));
        user.reads().forEach(topic -> rules.addAll(allow(user, TOPIC, LITERAL, topic, Set.of(READ, DESCRIBE))));
        rules.addAll(allow(user, GROUP, PREFIXED, user.name(), Set.of(READ, DESCRIBE)));
        rules.addAll(allow(user, TRANSACTIONAL_ID, PREFIXED, user.name(), Set.of(WRITE, DESCRIBE)));
        return rules.stream();
    }

    private static Collection<AclBinding> allow(KafkaUser user, ResourceType type, PatternType pattern, String name, Set<AclOperation> operations) {
        return operations.stream()
                .map(operation -> new AclBinding(
                        new ResourcePattern(type, name, pattern),
                        new AccessControlEntry("User:" + user.name(), "127.0.0.1", operation, AclPermissionType.ALLOW)))
                .toList();
    }

    private static void ignoring(Class<? extends Throwable> expected, Runnable action) {
        try {
            action.run();
        } catch (StartFailed e) {
            if (!expected.isInstance(e.getCause())) throw e;
        }
    }

    private static <T> T await(KafkaFuture<T> answer) {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw new StartFailed("Kafka refused to be set up: " + e.getCause(), Objects.requireNonNullElse(e.getCause(), e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailed("interrupted while setting up Kafka");
        }
    }
}
