package org.kith.reference.service;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.kith.reference.KafkaAccess;
import org.kith.reference.ReferenceCopy;

@Singleton
class ReferenceCopyLifecycle {

    @Startup
    @Produces
    @Singleton
    ReferenceCopy start(
            @ConfigProperty(name = "kith.kafka.bootstrap") String bootstrap,
            @ConfigProperty(name = "kith.kafka.user") String user,
            @ConfigProperty(name = "kith.kafka.password") String password) {
        return new ReferenceCopy(new KafkaAccess(bootstrap, user, password)).start();
    }

    void stop(@Disposes ReferenceCopy copy) {
        copy.close();
    }
}
