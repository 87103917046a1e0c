package org.kith.web.json;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyReader;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;
import org.kith.web.problem.Problems;

/** Reads a JSON body into the resource's record: 400 when it is not JSON, 422 naming every field whose shape is wrong. */
@Provider
@Consumes(MediaType.APPLICATION_JSON)
@Singleton
public final class StrictJsonReader implements ServerMessageBodyReader<Object> {
    private final ObjectMapper json;
    /** As many as there are bodies in the resources' signatures. */
    private final Map<Type, ObjectReader> readers = new ConcurrentHashMap<>();

    StrictJsonReader(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public boolean isReadable(Class<?> type, Type generic, ResteasyReactiveResourceInfo method, MediaType media) {
        return isReadable(type);
    }

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return isReadable(type);
    }

    @Override
    public Object readFrom(Class<Object> type, Type generic, MediaType media, ServerRequestContext context) throws IOException {
        byte[] body = context.getInputStream().readAllBytes();
        RoutingContext routing = ((ResteasyReactiveRequestContext) context).unwrap(RoutingContext.class);
        if (routing != null) RequestBody.keep(routing, body);
        return read(body, generic);
    }

    @Override
    public Object readFrom(
            Class<Object> type, Type generic, Annotation[] annotations, MediaType media, MultivaluedMap<String, String> headers, InputStream body)
            throws IOException {
        return read(body.readAllBytes(), generic);
    }

    private Object read(byte[] body, Type generic) throws IOException {
        if (body.length == 0) throw Problems.unreadable("no-body", "A JSON body is required.");
        Object value;
        try {
            value = readers.computeIfAbsent(generic, type -> json.readerFor(json.constructType(type))).readValue(body);
        } catch (JsonMappingException e) {
            throw Shape.problem(json, body, json.constructType(generic), e);
        }
        if (value == null) throw Problems.unreadable("no-body", "A JSON body is required.");
        return value;
    }

    private static boolean isReadable(Class<?> type) {
        return type != String.class && type != byte[].class && !InputStream.class.isAssignableFrom(type);
    }
}
