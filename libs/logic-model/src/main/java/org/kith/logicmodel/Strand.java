package org.kith.logicmodel;

import java.util.List;

/** A row of the model, such as "Volunteering": what stands in its cells, in the order of the columns. */
public record Strand(String id, String heading, List<Element> elements) {

    public Strand {
        elements = List.copyOf(elements);
    }
}
