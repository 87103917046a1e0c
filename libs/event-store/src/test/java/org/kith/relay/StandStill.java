package org.kith.relay;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PreparedQuery;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.ProducerInterceptor;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/**
 * Inside the relay's process, between the relay and what it works with: at one step it gives a sign and lets the relay go no
 * further, so that whoever waits for the sign kills it at that very step. The relay itself knows nothing of it.
 */
final class StandStill {
    static final String STEP = "stand.step";
    static final String NTH = "stand.nth";
    static final String SIGN = "stand.sign";
    static StandStill here;

    private final Step step;
    private final AtomicInteger left;
    private final Path sign;

    StandStill(Properties settings) {
        step = Step.valueOf(settings.getProperty(STEP));
        left = new AtomicInteger(Integer.parseInt(settings.getProperty(NTH)));
        sign = Path.of(settings.getProperty(SIGN));
    }

    /** Whether this is where to stand still; the sign is given then. */
    private boolean comesTo(Step now) {
        if (now != step || left.decrementAndGet() != 0) return false;
        try {
            Files.createFile(sign);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Pool around(Pool pool) {
        return proxy(Pool.class, (method, arguments) -> {
            var answer = call(pool, method, arguments);
            boolean ofTheOutbox = method.getName().equals("preparedQuery") && ((String) arguments[0]).contains("relay_step(");
            return ofTheOutbox ? around((PreparedQuery<RowSet<Row>>) answer) : answer;
        });
    }

    private PreparedQuery<RowSet<Row>> around(PreparedQuery<RowSet<Row>> query) {
        return proxy(PreparedQuery.class, (method, arguments) -> method.getName().equals("execute") && arguments.length == 1
                ? step(query, (Tuple) arguments[0])
                : call(query, method, arguments));
    }

    /** One round trip deletes what is acknowledged and brings what comes next. */
    private Future<RowSet<Row>> step(PreparedQuery<RowSet<Row>> query, Tuple parameters) {
        boolean deletes = parameters.get(Long[].class, 1).length > 0;
        if (deletes && comesTo(Step.ACKNOWLEDGED)) return never();
        return query.execute(parameters).compose(rows -> (deletes && comesTo(Step.DELETED)) || (rows.size() > 0 && comesTo(Step.READ))
                ? never()
                : Future.succeededFuture(rows));
    }

    private static Future<RowSet<Row>> never() {
        return Promise.<RowSet<Row>>promise().future();
    }

    /** Kafka makes it by its name. */
    public static final class Sending implements ProducerInterceptor<byte[], byte[]> {
        @Override
        public ProducerRecord<byte[], byte[]> onSend(ProducerRecord<byte[], byte[]> message) {
            if (here.comesTo(Step.SENT)) while (true) LockSupport.park();
            return message;
        }

        @Override
        public void onAcknowledgement(RecordMetadata where, Exception failure) {}

        @Override
        public void close() {}

        @Override
        public void configure(Map<String, ?> settings) {}
    }

    private interface Call {
        Object of(Method method, Object[] arguments) throws Throwable;
    }

    @SuppressWarnings("unchecked")
    private static <T> T proxy(Class<? super T> type, Call call) {
        return (T) Proxy.newProxyInstance(StandStill.class.getClassLoader(), new Class<?>[] {type}, (_, method, arguments) -> call.of(method, arguments));
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
