package org.kith.referral.uploading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kith.web.problem.FieldError;
import org.kith.web.problem.Problem;
import org.kith.web.problem.ProblemException;

class CsvFileTest {
    private static final String HEADER = "programme,externalReference,source,givenName,familyName,birthDate,reasons,consentGiven";

    @Test
    void cells_may_hold_commas_quotation_marks_and_lines() {
        var file = read(HEADER + "\r\np,\"a, \"\"b\"\"\nc\",s,g,f,d,r,yes\r\n");
        assertThat(file.rows()).containsExactly(new CsvFile.Row(2, List.of("p", "a, \"b\"\nc", "s", "g", "f", "d", "r", "yes")));
    }

    @Test
    void a_byte_order_mark_blank_rows_and_the_case_of_names_do_not_matter() {
        var file = read("\uFEFF" + HEADER.toUpperCase(Locale.ROOT) + "\n,,,,,,,\np,x,s,g,f,d,r,yes\n\n");
        assertThat(file.columns()).startsWith(Column.PROGRAMME, Column.EXTERNAL_REFERENCE);
        assertThat(file.rows()).extracting(CsvFile.Row::number).containsExactly(3);
    }

    @Test
    void columns_that_are_missing_unknown_or_there_twice_are_named() {
        var problem = refused(HEADER.replace("source", "programme").replace("reasons", "Wilhelmina") + "\na\n");
        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.errors()).extracting(FieldError::field, FieldError::code).contains(
                tuple("programme", "repeated-column"), tuple("column 7", "unknown-column"),
                tuple("source", "required"), tuple("reasons", "required"));
        assertThat(problem.toString()).doesNotContain("Wilhelmina");
    }

    @Test
    void what_is_no_csv_in_utf_8_or_too_much_is_refused() {
        assertThat(refused("").status()).isEqualTo(400);
        assertThat(refused(HEADER + "\n").code()).isEqualTo("no-rows");
        assertThat(refused(HEADER + "\n\"" + "x".repeat(9_000) + "\"\n").code()).isEqualTo("not-csv");
        assertThat(refused(HEADER + "\n" + "p,x,s,g,f,d,r,yes\n".repeat(11)).errors()).extracting(FieldError::code).containsExactly("too-many");
        assertThatThrownBy(() -> CsvFile.read(new byte[] {'a', (byte) 0xff}, 10)).isInstanceOfSatisfying(ProblemException.class,
                e -> assertThat(e.problem().code()).isEqualTo("not-utf-8"));
    }

    @Test
    void no_cell_of_the_results_is_a_formula() {
        assertThat(List.of("=1+1", "+1", "-1", "@a", "\ta")).allSatisfy(cell -> assertThat(ResultsCsv.cell(cell)).startsWith("'"));
        var referral = UUID.randomUUID();
        assertThat(ResultsCsv.of(List.of(RowResult.of(2, RowResult.RECEIVED, referral), RowResult.refused(3, List.of(new FieldError("reasons", "unknown-code", "=A1, \"x\""))))))
                .isEqualTo("row,result,referral,column,code,message\r\n2,received," + referral + ",,,\r\n3,refused,,reasons,unknown-code,\"'=A1, \"\"x\"\"\"\r\n");
    }

    private static CsvFile read(String text) {
        return CsvFile.read(text.getBytes(StandardCharsets.UTF_8), 10);
    }

    private static Problem refused(String text) {
        try {
            read(text);
        } catch (ProblemException e) {
            return e.problem();
        }
        throw new AssertionError("it was taken");
    }
}
