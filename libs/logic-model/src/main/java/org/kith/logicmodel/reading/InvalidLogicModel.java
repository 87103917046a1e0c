package org.kith.logicmodel.reading;

import java.util.List;
import java.util.stream.Collectors;

/** A model that cannot be used, with everything that is wrong with it. */
public final class InvalidLogicModel extends RuntimeException {
    private final transient List<ModelError> errors;

    InvalidLogicModel(List<ModelError> errors) {
        super(errors.stream().map(ModelError::toString).collect(Collectors.joining("\n")));
        this.errors = List.copyOf(errors);
    }

    /** In the order of their lines; never empty. */
    public List<ModelError> errors() {
        return errors;
    }
}
