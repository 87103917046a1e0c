package org.kith.reporting.models;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.kith.logicmodel.LogicModel;
import org.kith.logicmodel.reading.EventVocabulary;
import org.kith.logicmodel.reading.LogicModels;

/** The models in the programmes' folder, and those that a projection was made from. */
@Singleton
public class ModelFiles {

    /** A model with the text it was read from. */
    public record ModelFile(LogicModel model, String text) {}

    private final Path folder;
    private final EventVocabulary vocabulary = EventVocabulary.ofCatalogue();

    /** @param folder of {@code <programme>.yaml} files */
    ModelFiles(@ConfigProperty(name = "kith.programmes") Path folder) {
        this.folder = folder;
    }

    /**
     * @param known models that were read already; a file with the content of one is not read again
     * @throws org.kith.logicmodel.reading.InvalidLogicModel with every error of every file
     */
    public List<ModelFile> all(Collection<LogicModel> known) {
        return LogicModels.loadAll(folder, vocabulary, known).stream().map(model -> new ModelFile(model, text(model))).toList();
    }

    /** The model of one programme as it is in the folder now. @throws org.kith.logicmodel.reading.InvalidLogicModel with every error */
    public ModelFile of(String programme) {
        var model = LogicModels.load(folder.resolve(programme + ".yaml"), vocabulary);
        return new ModelFile(model, text(model));
    }

    LogicModel parse(String programme, String text) {
        return LogicModels.parse(programme + ".yaml", text.getBytes(StandardCharsets.UTF_8), vocabulary);
    }

    private String text(LogicModel model) {
        try {
            return Files.readString(folder.resolve(model.programme() + ".yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
