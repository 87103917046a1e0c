package org.kith.events;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** The AsyncAPI 3 document of the topics: what each carries and in what form. */
final class AsyncApi {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int PARTITIONS = 6;
    /** What CloudEvents says of a header needs no repeating; what is ours is told. */
    private static final Map<String, String> HEADERS = Map.ofEntries(
            Map.entry("ce_specversion", "1.0"),
            Map.entry("ce_id", "UUIDv7; a consumer counts an event once by it"),
            Map.entry("ce_source", "the service that owns the stream, such as /kith/referral"),
            Map.entry("ce_type", "name of the event"),
            Map.entry("ce_subject", "the stream's id, which is the record's key too"),
            Map.entry("ce_time", "when it happened"),
            Map.entry("ce_streamversion", "position in its stream, from 1"),
            Map.entry("ce_schemaversion", "version of the data's schema, from 1"),
            Map.entry("ce_recordedat", "when the owning service learned it"),
            Map.entry("ce_programmes", "programmes that it counts for, parted by commas; absent where it belongs to none"),
            Map.entry("ce_area", "area within the programme, where it has one"),
            Map.entry("ce_provider", "the organisation that did it, where there is one"),
            Map.entry("ce_actor", "opaque id of the account that recorded it"),
            Map.entry("ce_correlationid", "the request that led to it"),
            Map.entry("ce_causationid", "the event that led to it, if one did"),
            Map.entry("ce_voids", "ids of events that never counted, parted by commas"),
            Map.entry("content-type", "application/json"));
    private static final List<String> REQUIRED = List.of(
            "ce_specversion", "ce_id", "ce_source", "ce_type", "ce_subject", "ce_time", "ce_streamversion", "ce_schemaversion", "ce_recordedat", "ce_actor",
            "ce_correlationid", "content-type");

    private AsyncApi() {}

    static ObjectNode document() {
        var document = JSON.objectNode().put("asyncapi", "3.0.0");
        document.putObject("info")
                .put("title", "Kith public events")
                .put("version", "1")
                .put("description", "CloudEvents 1.0 in Kafka's binary mode. Generated from the records; events that are planned stand "
                        + "among the messages with the tag planned, and on no channel.");
        document.put("defaultContentType", "application/json");
        var channels = document.putObject("channels");
        var operations = document.putObject("operations");
        var messages = JSON.objectNode();
        for (var entry : EventCatalogue.all()) {
            var name = family(entry.topic());
            if (!channels.has(name)) {
                channels.set(name, channel(entry.topic()));
                operations.set("publish-" + name, JSON.objectNode().put("action", "send").set("channel", ref("channels/" + name)));
            }
            ((ObjectNode) channels.get(name).get("messages")).set(entry.type(), ref("components/messages/" + entry.type()));
            messages.set(entry.type(), message(entry.type(), payload(entry)));
        }
        for (var planned : PlannedEvents.all()) messages.set(planned.type(), planned(planned));
        var components = document.putObject("components");
        components.set("messages", messages);
        components.putObject("schemas").set("headers", headers());
        return document;
    }

    private static ObjectNode channel(String topic) {
        var channel = JSON.objectNode().put("address", topic);
        channel.putObject("messages");
        channel.putObject("bindings").putObject("kafka").put("topic", topic).put("partitions", PARTITIONS);
        return channel;
    }

    private static ObjectNode message(String type, ObjectNode payload) {
        var message = JSON.objectNode().put("name", type).put("contentType", "application/json");
        message.set("headers", ref("components/schemas/headers"));
        message.set("payload", payload);
        message.putObject("bindings").putObject("kafka").putObject("key").put("type", "string");
        return message;
    }

    private static ObjectNode payload(EventCatalogue.Entry entry) {
        var payload = EventSchema.of(entry);
        payload.remove(List.of("$schema", "title"));
        return payload;
    }

    private static ObjectNode planned(PlannedEvents.Planned planned) {
        var payload = JSON.objectNode().put("type", "object");
        var properties = payload.putObject("properties");
        planned.fields().forEach((name, type) -> properties.set(name, type == List.class ? EventSchema.listOfTexts() : EventSchema.type(type)));
        var message = message(planned.type(), payload);
        message.putArray("tags").addObject().put("name", "planned");
        return message;
    }

    private static ObjectNode headers() {
        var schema = JSON.objectNode().put("type", "object");
        var properties = schema.putObject("properties");
        HEADERS.entrySet().stream().sorted(Map.Entry.comparingByKey())
                .forEach(header -> properties.putObject(header.getKey()).put("type", "string").put("description", header.getValue()));
        var required = schema.putArray("required");
        REQUIRED.forEach(required::add);
        return schema;
    }

    private static ObjectNode ref(String to) {
        return JSON.objectNode().put("$ref", "#/" + to);
    }

    private static String family(String topic) {
        return topic.split("\\.")[1];
    }
}
