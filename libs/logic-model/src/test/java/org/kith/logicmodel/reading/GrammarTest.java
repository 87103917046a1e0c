package org.kith.logicmodel.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kith.logicmodel.Statement;

class GrammarTest {

    @Test
    void a_valid_model_is_read_as_it_stands() {
        var model = ModelText.load(ModelText.VALID);

        assertThat(model.areas()).containsExactly("north", "south");
        assertThat(model.counts()).isEqualTo(Map.of("lot", 12));
        assertThat(model.statements()).extracting(Statement::says).containsExactly("A statement");
        assertThat(model.indicator("groups").orElseThrow().rows()).containsExactly("A4");
        assertThat(model.indicator("groups").orElseThrow().definition()).isEqualTo("distinct group of group.supported");
        assertThat(model.indicator("groups").orElseThrow().target().inWords()).isEqualTo("10 per area in a year");
        assertThat(model.hash()).hasSize(64);
    }

    @ParameterizedTest(name = "{0} -> {1}: line {2}")
    @CsvSource(delimiter = '|', textBlock = """
            name: Trial                         | nmae: Trial                       | 2  | "nmae" is not known here
            version: 1                          | version: first                    | 3  | "version" must be a number
            version: 1                          | version: 0                        | 3  | "version" must be a whole number above 0
            version: 1                          | name: again                       | 3  | "name" stands here twice
            programme: trial                    | programme: other                  | 1  | stands in a file named for "trial"
            dated: 2022-05                      | seed: "001"                       | 4  | "seed" stands here twice
            areas: [north, south]               | areas: [no blanks]                | 1  | cannot be an area's code
            starts: 04-01                       | starts: 04-31                     | 6  | write month and day as 04-01
            starts: 04-01                       | starts: 02-29                     | 6  | write month and day as 04-01
            {id: outputs, heading: Outputs}     | {id: Out Puts, heading: Outputs}  | 8  | cannot be an id
            outputs:                            | inputs:                           | 14 | "inputs" is not known here; what may stand here is outputs
            {id: says-so, says: A statement}    | {id: groups, says: A statement}   | 16 | id "groups" is taken by line 15
            {id: says-so, says: A statement}    | {says: A statement}               | 15 | "id" is missing
            {id: says-so, says: A statement}    | {id: a, says: b, kind: poem}      | 15 | "poem" is no kind of statement
            {id: says-so, says: A statement}    | {id: a, says: b, unit: people}    | 15 | "unit" is not known here
            {id: says-so, says: A statement}    | just text                         | 15 | must be written as keys with values
            rows: [A4]                          | rows: [F4]                        | 17 | is not a row of the acceptance list
            unit: groups                        | unit: GBP                         | 16 | the unit of a sum of pence is GBP
            unit: groups                        | about: groups                     | 16 | "unit" is missing
            unit: groups                        | break-down: [colour]              | 19 | has no field "colour"; it has group, kind
            of: group.supported                 | of: group.suported                | 20 | no event is called "group.suported"; did you mean group.supported?
            by: group}                          | by: colour}                       | 20 | has no field "colour"
            by: group}                          | by: groupFormedOn}                | 20 | is a date; here stands text
            distinct: {of: group.supported, by: group} | distinct: group.supported  | 20 | needs keys with values
            distinct: {of: group.supported, by: group} | sum: {of: group.supported, field: kind} | 20 | is text; here stands a number or a whole number
            distinct: {of: group.supported, by: group} | ratio: {of: {median: {of: contact.held, field: minutes}}, per: {count: contact.held}} | 20 | here stands a count
            distinct: {of: group.supported, by: group} | standing: {opened: post.filled, closed: referral.closed, by: post} | 20 | referral.closed has no field "post"
            distinct: {of: group.supported, by: group} | count: {of: group.supported, on: kind} | 20 | has no date called "kind"
            value: 10, per: [area, year]        | per: [area, year]                 | 21 | either "value", or "from" and "to"
            value: 10, per: [area, year]        | from: 15, to: 10                  | 21 | "from" below "to"
            value: 10, per: [area, year]        | value: 10, per: [head]            | 21 | nobody knows how many "head" there are
            value: 10, per: [area, year]        | value: 10, per: [month, year]     | 21 | one length of time
            value: 10, per: [area, year]        | value: 10, provisional: perhaps   | 21 | must be true or false
            """)
    void what_is_wrong_is_told_with_its_line(String right, String wrong, int line, String message) {
        var refused = catchThrowableOfType(InvalidLogicModel.class, () -> ModelText.load(ModelText.VALID.replace(right, wrong)));

        assertThat(refused).isNotNull();
        assertThat(refused.errors()).anySatisfy(error -> {
            assertThat(error.message()).contains(message);
            assertThat(error.line()).isEqualTo(line);
            assertThat(error.file()).isEqualTo("trial.yaml");
        });
    }

    @Test
    void an_indicator_is_measured_in_one_way() {
        assertThatThrownBy(() -> ModelText.loadWith("count: group.supported\n          " + ModelText.INDICATOR)).hasMessageContaining("one too many");
    }

    @Test
    void scores_of_different_scales_are_never_pooled() {
        var pooled = "paired-change: {of: measure.taken, scale: [swemwbs, wemwbs], from: baseline, to: follow-up, by: subject, value: raw, statistic: mean-change}";

        assertThatThrownBy(() -> ModelText.loadWith(pooled)).hasMessageContaining("never pooled");
        assertThat(ModelText.loadWith(pooled.replace("mean-change", "pairs")).indicators()).hasSize(1);
    }

    @Test
    void all_errors_of_a_file_are_told_in_the_order_of_their_lines() {
        var wrong = ModelText.VALID.replace("of: group.supported", "of: nothing.known").replace("version: 1", "version: x").replace("value: 10", "value: ten");

        var refused = catchThrowableOfType(InvalidLogicModel.class, () -> ModelText.load(wrong));

        assertThat(refused.errors()).extracting(ModelError::line).containsExactly(3, 20, 21);
        assertThat(refused).hasMessageStartingWith("trial.yaml:3: ");
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', textBlock = """
            columns: [ | 7 | not YAML
            """)
    void what_is_not_yaml_is_told_with_its_line(String wrong, int atLeast, String message) {
        var refused = catchThrowableOfType(InvalidLogicModel.class, () -> ModelText.load(ModelText.VALID.replace("columns:", wrong)));

        assertThat(refused.errors()).singleElement().satisfies(error -> {
            assertThat(error.line()).isGreaterThanOrEqualTo(atLeast);
            assertThat(error.message()).startsWith(message);
        });
    }

    @Test
    void an_empty_file_is_refused() {
        assertThatThrownBy(() -> ModelText.load("")).isInstanceOf(InvalidLogicModel.class).hasMessageContaining("empty");
    }

    @Test
    void a_file_that_is_too_large_is_refused_unread(@TempDir Path folder) throws IOException {
        var file = Files.write(folder.resolve("trial.yaml"), new byte[(1 << 20) + 1]);

        assertThatThrownBy(() -> LogicModels.load(file, EventVocabulary.ofCatalogue())).isInstanceOf(InvalidLogicModel.class).hasMessageContaining("larger");
    }

    @Test
    void errors_of_all_files_of_a_folder_are_told_at_once(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("one.yaml"), ModelText.VALID);
        Files.writeString(folder.resolve("two.yaml"), ModelText.VALID);

        assertThatThrownBy(() -> LogicModels.loadAll(folder, EventVocabulary.ofCatalogue())).hasMessageContaining("one.yaml:1").hasMessageContaining("two.yaml:1");
    }
}
