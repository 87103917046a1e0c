package org.kith.logicmodel.reading;

import java.nio.charset.StandardCharsets;
import org.kith.logicmodel.LogicModel;

/** A small model, of which a test replaces what it is about. */
final class ModelText {
    static final String VALID = """
            programme: trial
            name: Trial
            version: 1
            document: {seed: "000", title: Trial document, dated: 2022-05}
            areas: [north, south]
            year: {starts: 04-01}
            columns:
              - {id: outputs, heading: Outputs}
            counts: {lot: 12}
            strands:
              - id: main
                heading: Main
                cells:
                  outputs:
                    - {id: says-so, says: A statement}
                    - id: groups
                      rows: [A4]
                      says: Groups supported
                      unit: groups
                      distinct: {of: group.supported, by: group}
                      target: {value: 10, per: [area, year]}
            """;
    static final String INDICATOR = "distinct: {of: group.supported, by: group}";
    static final int INDICATOR_LINE = 20;

    private ModelText() {}

    static LogicModel load(String text) {
        return LogicModels.parse("trial.yaml", text.getBytes(StandardCharsets.UTF_8), EventVocabulary.ofCatalogue());
    }

    static LogicModel loadWith(String measure) {
        return load(VALID.replace(INDICATOR, measure));
    }
}
