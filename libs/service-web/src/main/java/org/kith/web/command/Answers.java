package org.kith.web.command;

/** What a caller is told: the id of what is there now, where it is, and its version. */
public final class Answers {
    private Answers() {}

    /** 201 when the PUT made it, 200 when it was there. Ids are of a shape that needs no escaping. */
    public static <S> Answering<S> put(String location, String id) {
        return (_, version, events) -> !events.isEmpty() && version == events.size()
                ? Answer.created(location, version, body(id))
                : Answer.done(version, body(id));
    }

    /** 201: something new, under a location of its own. */
    public static <S> Answering<S> created(String location, String id) {
        return (_, version, _) -> Answer.created(location, version, body(id));
    }

    public static <S> Answering<S> done(String id) {
        return (_, version, _) -> Answer.done(version, body(id));
    }

    private static String body(String id) {
        return "{\"id\":\"" + id + "\"}";
    }
}
