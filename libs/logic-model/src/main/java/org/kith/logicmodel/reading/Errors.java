package org.kith.logicmodel.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.yaml.snakeyaml.nodes.Node;

/** Collects what is wrong with one file, so that its writer sees everything at once. */
final class Errors {
    private final String file;
    private final List<ModelError> found = new ArrayList<>();

    Errors(String file) {
        this.file = file;
    }

    void add(Node at, String message) {
        add(line(at), message);
    }

    void add(int line, String message) {
        found.add(new ModelError(file, line, message));
    }

    boolean any() {
        return !found.isEmpty();
    }

    InvalidLogicModel asException() {
        return new InvalidLogicModel(found.stream().sorted(Comparator.comparingInt(ModelError::line)).toList());
    }

    static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
