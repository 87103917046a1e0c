package org.kith.testsupport;

import java.util.Arrays;
import java.util.List;
import org.kith.events.DirectoryEvent;

/** Reference data on the directory's topic, for services that keep a copy of them. */
public final class DirectoryTopic implements AutoCloseable {
    private final TopicOf topic = new TopicOf("directory");

    /** A programme with areas of those codes. */
    public DirectoryTopic programme(String id, String... areas) {
        var listed = Arrays.stream(areas).map(area -> new DirectoryEvent.Area(area, area)).toList();
        topic.tell("programme-" + id, List.of(id), new DirectoryEvent.ProgrammeSetUp(id, id, "public-task", listed));
        return this;
    }

    /** The same, of a nation. */
    public DirectoryTopic programmeOf(String nation, String id, String... areas) {
        var listed = Arrays.stream(areas).map(area -> new DirectoryEvent.Area(area, area)).toList();
        topic.tell("programme-" + id, List.of(id), new DirectoryEvent.ProgrammeSetUp(id, id, "public-task", listed, nation));
        return this;
    }

    public DirectoryTopic codeList(String list, String... codes) {
        var listed = Arrays.stream(codes).map(code -> new DirectoryEvent.Code(code, code)).toList();
        topic.tell("code-list-" + list, List.of(), new DirectoryEvent.CodeListPublished(list, 1, listed));
        return this;
    }

    public DirectoryTopic poison(String stream, String type) {
        topic.poison(stream, type);
        return this;
    }

    /** Everything told is on the topic. */
    @Override
    public void close() {
        topic.close();
    }
}
