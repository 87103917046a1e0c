package org.kith.logicmodel.reading;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import org.kith.logicmodel.LogicModel;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads models from files. */
public final class LogicModels {
    private static final int LARGEST_FILE = 1 << 20;
    private static final String SUFFIX = ".yaml";

    private LogicModels() {}

    /**
     * Every {@code <programme>.yaml} directly in a folder, by name.
     *
     * @throws InvalidLogicModel with the errors of all files
     */
    public static List<LogicModel> loadAll(Path folder, EventVocabulary vocabulary) {
        return loadAll(folder, vocabulary, List.of());
    }

    /**
     * As {@link #loadAll(Path, EventVocabulary)}, for somebody who has some of them already: reading conditions is most of what a model costs.
     *
     * @param known models read with the same vocabulary; a file with the content of one is not read again
     */
    public static List<LogicModel> loadAll(Path folder, EventVocabulary vocabulary, Collection<LogicModel> known) {
        var models = new ArrayList<LogicModel>();
        var errors = new ArrayList<ModelError>();
        for (var file : files(folder)) {
            try {
                models.add(load(file, vocabulary, known));
            } catch (InvalidLogicModel e) {
                errors.addAll(e.errors());
            }
        }
        if (!errors.isEmpty()) throw new InvalidLogicModel(errors);
        return List.copyOf(models);
    }

    /**
     * @throws InvalidLogicModel with every error of the file
     * @throws UncheckedIOException if it cannot be read at all
     */
    public static LogicModel load(Path file, EventVocabulary vocabulary) {
        return load(file, vocabulary, List.of());
    }

    private static LogicModel load(Path file, EventVocabulary vocabulary, Collection<LogicModel> known) {
        var name = file.getFileName().toString();
        try {
            if (Files.size(file) > LARGEST_FILE) throw invalid(name, 1, "the file is larger than " + LARGEST_FILE + " bytes");
            var content = Files.readAllBytes(file);
            var programme = programmeOf(name);
            var hash = sha256(content);
            return known.stream().filter(model -> model.programme().equals(programme) && model.hash().equals(hash)).findFirst()
                    .orElseGet(() -> parse(name, content, hash, vocabulary));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A model that was kept as bytes.
     *
     * @param name {@code <programme>.yaml}
     * @throws InvalidLogicModel with every error of it
     */
    public static LogicModel parse(String name, byte[] content, EventVocabulary vocabulary) {
        return parse(name, content, sha256(content), vocabulary);
    }

    private static LogicModel parse(String name, byte[] content, String hash, EventVocabulary vocabulary) {
        var errors = new Errors(name);
        var model = new ModelReader(vocabulary, errors).read(compose(name, content), programmeOf(name), hash);
        if (errors.any()) throw errors.asException();
        return model;
    }

    private static Node compose(String name, byte[] content) {
        var options = new LoaderOptions();
        options.setMaxAliasesForCollections(0);
        options.setCodePointLimit(LARGEST_FILE);
        try {
            var node = new Yaml(new SafeConstructor(options)).compose(new StringReader(new String(content, StandardCharsets.UTF_8)));
            if (node == null) throw invalid(name, 1, "the file is empty");
            return node;
        } catch (MarkedYAMLException e) {
            throw invalid(name, e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1, "not YAML: " + e.getProblem());
        } catch (YAMLException e) {
            throw invalid(name, 1, "not YAML: " + e.getMessage());
        }
    }

    private static List<Path> files(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(SUFFIX)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String programmeOf(String name) {
        return name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
    }

    private static InvalidLogicModel invalid(String name, int line, String message) {
        return new InvalidLogicModel(List.of(new ModelError(name, line, message)));
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
