package org.kith.logicmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kith.logicmodel.folding.Tally;
import org.kith.logicmodel.reading.EventVocabulary;
import org.kith.logicmodel.reading.LogicModels;

/** The models that stand in the folder {@code programmes}, and their cases. */
class ProgrammesTest {
    private static final Path PROGRAMMES = Path.of(System.getProperty("kith.root"), "programmes");
    private static final EventVocabulary VOCABULARY = EventVocabulary.ofCatalogue();

    private static final List<LogicModel> MODELS = LogicModels.loadAll(PROGRAMMES, VOCABULARY);

    static List<LogicModel> models() {
        return MODELS;
    }

    @Test
    void there_are_the_five_programmes() {
        assertThat(models()).extracting(LogicModel::programme)
                .containsExactly("clics", "croydon-abcd", "improving-lives", "norfolk-living-well", "sird-2021");
    }

    @Test
    void every_row_of_the_acceptance_list_stands_in_a_model() {
        var rows = new TreeSet<String>();
        models().forEach(model -> Stream.concat(model.indicators().stream(), model.statements().stream()).forEach(element -> rows.addAll(element.rows())));

        assertThat(rows).containsExactlyInAnyOrderElementsOf(Stream.of(
                rows("A", 55), rows("B", 15), rows("C", 12), rows("D", 22), rows("E", 22))
                .flatMap(list -> list).toList());
    }

    @Test
    void one_that_is_known_is_not_read_again_unless_its_file_has_changed(@TempDir Path folder) throws Exception {
        for (var programme : List.of("clics", "sird-2021")) Files.copy(PROGRAMMES.resolve(programme + ".yaml"), folder.resolve(programme + ".yaml"));
        var known = LogicModels.loadAll(folder, VOCABULARY);
        Files.writeString(folder.resolve("clics.yaml"), "# changed\n", StandardOpenOption.APPEND);
        var again = LogicModels.loadAll(folder, VOCABULARY, known);
        assertThat(again.getFirst().hash()).isNotEqualTo(known.getFirst().hash());
        assertThat(again.getLast()).isSameAs(known.getLast());
    }

    @ParameterizedTest
    @MethodSource("models")
    void no_column_is_empty(LogicModel model) {
        var filled = model.strands().stream().flatMap(strand -> strand.elements().stream()).map(Element::column).toList();

        assertThat(filled).containsAll(model.columns().stream().map(Column::id).toList());
    }

    @ParameterizedTest
    @MethodSource("models")
    void each_indicator_comes_to_the_numbers_of_its_case(LogicModel model) {
        var golden = GoldenCase.read(PROGRAMMES.resolve("cases").resolve(model.programme() + ".yaml"), model.programme(), VOCABULARY);
        var tally = Tally.of(model);
        golden.facts().forEach(tally::add);

        var softly = new SoftAssertions();
        for (var indicator : model.indicators()) {
            softly.assertThat(golden.expected()).as("cases of " + model.programme()).containsKey(indicator.id());
            if (golden.expected().containsKey(indicator.id()))
                softly.assertThat(golden.actual(indicator.id(), model, tally).toString()).as(indicator.id()).isEqualTo(golden.expectedOf(indicator.id()).toString());
        }
        softly.assertAll();
        assertThat(golden.expected().keySet()).isSubsetOf(model.indicators().stream().map(Indicator::id).toList());
    }

    private static Stream<String> rows(String letter, int last) {
        return IntStream.rangeClosed(1, last).mapToObj(number -> letter + number);
    }
}
