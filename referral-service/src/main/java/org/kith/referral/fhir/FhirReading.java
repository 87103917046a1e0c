package org.kith.referral.fhir;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.hl7.fhir.r4.model.Resource;
import org.jboss.logging.Logger;
import org.kith.web.problem.Invalid;
import org.kith.web.problem.ProblemException;
import org.kith.web.problem.Problems;

/**
 * Reads and writes resources away from the event loops, on two threads of its own: it is work, not waiting, so that more would
 * only hold more of it in memory at once.
 */
@Singleton
final class FhirReading {
    private static final Logger LOG = Logger.getLogger(FhirReading.class);
    private static final int THREADS = 2;
    private static final int MOST_AT_ONCE = 64;

    private final WorkerExecutor workers;
    private final ObjectMapper json;
    private final AtomicInteger held = new AtomicInteger();

    FhirReading(Vertx vertx, ObjectMapper json) {
        this.workers = vertx.createSharedWorkerExecutor("kith-fhir", THREADS);
        this.json = json;
    }

    @PreDestroy
    void stop() {
        workers.close();
    }

    /** A resource with what was found wrong in it while it was read. */
    record Read<R extends Resource>(R resource, Invalid faults) {}

    /** @return on the caller's event loop; fails with a problem: 400 not that resource, 413 too large, 503 too many at once */
    <R extends Resource> Uni<Read<R>> read(Class<R> type, byte[] body) {
        return aside(() -> {
            FhirBody.check(body, json.getFactory());
            var faults = new Invalid();
            return new Read<>(parse(type, body, faults), faults);
        });
    }

    Uni<String> write(Resource resource) {
        return write(() -> resource);
    }

    /** Made aside too: the first resource of its kind takes some time. */
    Uni<String> write(Supplier<Resource> resource) {
        return aside(() -> FhirModels.parser().encodeResourceToString(resource.get()));
    }

    private <T> Uni<T> aside(Callable<T> work) {
        if (held.incrementAndGet() > MOST_AT_ONCE) {
            held.decrementAndGet();
            throw Problems.unavailable("Too many resources at once. Try again.", Duration.ofSeconds(1));
        }
        return Uni.createFrom()
                .completionStage(() -> workers.executeBlocking(work, false).toCompletionStage())
                .onTermination().invoke(held::decrementAndGet);
    }

    private static <R extends Resource> R parse(Class<R> type, byte[] body, Invalid faults) {
        var parser = FhirModels.parser();
        parser.setParserErrorHandler(new FhirFaults(faults));
        try {
            return parser.parseResource(type, new String(body, StandardCharsets.UTF_8));
        } catch (ProblemException e) {
            throw e;
        } catch (RuntimeException e) {
            // whatever its type: the body has passed as JSON and fails as FHIR. The message may quote it, so only the type is told.
            LOG.debugf("not FHIR: %s", e.getClass().getSimpleName());
            throw Problems.unreadable("not-fhir", "The body is not a " + type.getSimpleName() + " of FHIR R4.");
        }
    }
}
