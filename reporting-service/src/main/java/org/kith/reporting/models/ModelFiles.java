package org.kith.reporting.models;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.kith.logicmodel.LogicModel;
import org.kith.logicmodel.reading.EventVocabulary;
import org.kith.logicmodel.reading.LogicModels;

/** The models in the programmes' folder, and those that a projection was made from. */
@Singleton
public class ModelFiles {

    /** A model with the text it was read from. */
    public record ModelFile(LogicModel model, String text) {}

    private final ModelSettings settings;
    private final EventVocabulary vocabulary = EventVocabulary.ofCatalogue();

    ModelFiles(ModelSettings settings) {
        this.settings = settings;
    }

    /** @throws org.kith.logicmodel.reading.InvalidLogicModel with every error of every file */
    public List<ModelFile> all() {
        return LogicModels.loadAll(settings.programmes(), vocabulary).stream().map(model -> new ModelFile(model, text(model))).toList();
    }

    LogicModel parse(String programme, String text) {
        return LogicModels.parse(programme + ".yaml", text.getBytes(StandardCharsets.UTF_8), vocabulary);
    }

    private String text(LogicModel model) {
        try {
            return Files.readString(settings.programmes().resolve(model.programme() + ".yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
