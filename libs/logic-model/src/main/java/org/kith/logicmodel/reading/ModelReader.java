package org.kith.logicmodel.reading;

import java.time.DateTimeException;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.kith.logicmodel.Column;
import org.kith.logicmodel.Element;
import org.kith.logicmodel.LogicModel;
import org.kith.logicmodel.ProgrammeYear;
import org.kith.logicmodel.SourceDocument;
import org.kith.logicmodel.Strand;
import org.yaml.snakeyaml.nodes.Node;

/** The whole file. */
final class ModelReader {
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern AREA = Pattern.compile("[A-Za-z0-9-]{1,40}");

    private static final String FRAME = "frame";

    private final EventVocabulary vocabulary;
    private final Errors errors;

    ModelReader(EventVocabulary vocabulary, Errors errors) {
        this.vocabulary = vocabulary;
        this.errors = errors;
    }

    LogicModel read(Node root, String fileProgramme, String hash) {
        var block = Block.of(root, "a model", errors);
        var programme = block.text("programme");
        if (!programme.isEmpty() && !programme.equals(fileProgramme))
            errors.add(root, "programme \"" + programme + "\" stands in a file named for \"" + fileProgramme + "\": rename one of them");
        var name = block.text("name");
        block.require("version");
        int version = block.wholeNumber("version");
        var document = document(block);
        var areas = block.texts("areas");
        if (areas.isEmpty()) errors.add(root, "\"areas\" is missing: a programme without parts has one area, itself");
        for (var area : areas) if (!AREA.matcher(area).matches()) errors.add(root, "\"" + area + "\" cannot be an area's code: letters, digits and -");
        var year = year(block);
        var columns = columns(block);
        var counts = counts(block);
        var elements = new ElementReader(vocabulary, counts, errors);
        var frame = block.list("frame").stream().map(node -> elements.read(node, FRAME, FRAME)).toList();
        var strands = strands(block, columns, elements);
        block.finish();
        return new LogicModel(programme, name, version, document, hash, areas, year, columns, counts, frame, strands);
    }

    private SourceDocument document(Block model) {
        var node = model.require("document");
        if (node == null) return new SourceDocument("", "", "");
        var block = Block.of(node, "\"document\"", errors);
        var document = new SourceDocument(block.text("seed"), block.text("title"), block.text("dated"));
        block.finish();
        return document;
    }

    private ProgrammeYear year(Block model) {
        var node = model.require("year");
        var otherwise = new ProgrammeYear(MonthDay.of(4, 1), null);
        if (node == null) return otherwise;
        var block = Block.of(node, "\"year\"", errors);
        var starts = block.text("starts");
        var assumed = block.optionalText("assumed");
        block.finish();
        try {
            var day = MonthDay.parse("--" + starts);
            // the 29th of February is not a day of every year
            if (day.isValidYear(2025)) return new ProgrammeYear(day, assumed);
        } catch (DateTimeException _) {
            // told below, with the line
        }
        errors.add(node, "the year cannot start on \"" + starts + "\": write month and day as 04-01");
        return otherwise;
    }

    private List<Column> columns(Block model) {
        model.require("columns");
        var columns = new ArrayList<Column>();
        for (var node : model.list("columns")) {
            var block = Block.of(node, "a column", errors);
            var column = new Column(id(block), block.text("heading"));
            if (columns.stream().anyMatch(other -> other.id().equals(column.id()))) errors.add(node, "column \"" + column.id() + "\" stands here twice");
            columns.add(column);
            block.finish();
        }
        return columns;
    }

    private Map<String, Integer> counts(Block model) {
        var counts = new LinkedHashMap<String, Integer>();
        var node = model.find("counts");
        if (node == null) return counts;
        var block = Block.of(node, "\"counts\"", errors);
        for (var unit : block.keys()) counts.put(unit, Math.max(1, block.wholeNumber(unit)));
        return counts;
    }

    private List<Strand> strands(Block model, List<Column> columns, ElementReader elements) {
        model.require("strands");
        var strands = new ArrayList<Strand>();
        for (var node : model.list("strands")) {
            var block = Block.of(node, "a strand", errors);
            var id = id(block);
            if (strands.stream().anyMatch(other -> other.id().equals(id))) errors.add(node, "strand \"" + id + "\" stands here twice");
            strands.add(new Strand(id, block.text("heading"), cells(block, id, columns, elements)));
            block.finish();
        }
        return strands;
    }

    private List<Element> cells(Block strand, String strandId, List<Column> columns, ElementReader elements) {
        var read = new ArrayList<Element>();
        var node = strand.require("cells");
        if (node == null) return read;
        var cells = Block.of(node, "\"cells\"", errors);
        for (var column : columns)
            for (var element : cells.list(column.id())) read.add(elements.read(element, strandId, column.id()));
        cells.finish();
        return read;
    }

    private String id(Block block) {
        return id(block, errors);
    }

    static String id(Block block, Errors errors) {
        var id = block.text("id");
        if (!id.isEmpty() && !ID.matcher(id).matches())
            errors.add(block.node(), "\"" + id + "\" cannot be an id: lower-case letters, digits and -");
        return id;
    }
}
