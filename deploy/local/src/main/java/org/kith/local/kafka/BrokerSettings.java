package org.kith.local.kafka;

/** The settings file of a broker that is its own controller. */
record BrokerSettings(String logs, int port, int controllerPort, KafkaCredentials broker, KafkaCredentials operator) {

    String text() {
        return """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%2$d
                listeners=CLIENT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=CLIENT://127.0.0.1:%1$d
                listener.security.protocol.map=CLIENT:SASL_PLAINTEXT,CONTROLLER:SASL_PLAINTEXT
                inter.broker.listener.name=CLIENT
                controller.listener.names=CONTROLLER

                # nobody is anonymous on either listener, and who is known may do only what an ACL allows
                sasl.enabled.mechanisms=SCRAM-SHA-256
                sasl.mechanism.inter.broker.protocol=SCRAM-SHA-256
                sasl.mechanism.controller.protocol=PLAIN
                listener.name.client.scram-sha-256.sasl.jaas.config=%3$s
                listener.name.controller.sasl.enabled.mechanisms=PLAIN
                listener.name.controller.plain.sasl.jaas.config=%4$s
                authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer
                allow.everyone.if.no.acl.found=false
                super.users=User:%5$s;User:%6$s

                log.dirs=%7$s
                auto.create.topics.enable=false
                # events are the record of what happened: they are never thrown away
                log.retention.ms=-1
                log.retention.bytes=-1
                log.message.timestamp.type=LogAppendTime
                compression.type=uncompressed
                # one broker: the internal topics have one copy, and few partitions to open at each start
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=6
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                transaction.state.log.num.partitions=6
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                share.coordinator.state.topic.num.partitions=3
                group.initial.rebalance.delay.ms=0
                num.network.threads=2
                num.io.threads=4
                log.cleaner.dedupe.buffer.size=8388608
                """.formatted(port, controllerPort, broker.scramLogin(), controllerLogin(), broker.user(), operator.user(), logs);
    }

    private String controllerLogin() {
        return "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"%1$s\" password=\"%2$s\" user_%1$s=\"%2$s\";"
                .formatted(broker.user(), broker.password());
    }
}
