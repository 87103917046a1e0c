package org.kith.referral.uploading;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kith.referral.receiving.CheckedReferral;
import org.kith.referral.receiving.ReferralCheck;
import org.kith.referral.receiving.ReferralRequest;
import org.kith.referral.receiving.ReferralRequest.ConsentRequest;
import org.kith.referral.receiving.ReferralRequest.PersonRequest;
import org.kith.web.problem.FieldError;
import org.kith.web.problem.Invalid;
import org.kith.web.problem.ProblemException;

/** Makes of a row the request that the other doors take, and tells its faults by their columns. */
final class RowTranslation {
    private static final Set<String> YES = Set.of("true", "yes", "y", "1");
    private static final Set<String> NO = Set.of("false", "no", "n", "0");

    private final Map<Column, String> cells = new EnumMap<>(Column.class);
    private final Invalid invalid = new Invalid();
    private @Nullable CheckedReferral checked;

    RowTranslation(List<Column> columns, List<String> sent, ReferralCheck check) {
        for (int i = 0; i < Math.min(columns.size(), sent.size()); i++) if (!sent.get(i).isBlank()) cells.put(columns.get(i), sent.get(i).strip());
        boolean fits = sent.stream().skip(columns.size()).allMatch(String::isBlank);
        invalid.check(fits, columns.getLast().title(), "too-many-cells", "The row has more cells than the first row has columns: put a cell with a comma in quotation marks.");
        invalid.required(Column.EXTERNAL_REFERENCE.title(), cells.get(Column.EXTERNAL_REFERENCE), Integer.MAX_VALUE);
        var request = request();
        var before = invalid.errors().stream().map(FieldError::field).toList();
        try {
            checked = check.check(request);
        } catch (ProblemException e) {
            // a cell that could not be read is told once, not as missing too
            for (var error : e.problem().errors()) {
                var title = Column.of(error.field()).title();
                if (!before.contains(title)) invalid.add(title, error.code(), error.message());
            }
        }
    }

    /** Null where something is wrong with the row, see {@link #faults()}. */
    @Nullable
    CheckedReferral checked() {
        return invalid.isEmpty() ? checked : null;
    }

    /** What is there and not blank. */
    Map<Column, String> cells() {
        return cells;
    }

    /** Each with the column's name as its field. */
    Invalid faults() {
        return invalid;
    }

    private ReferralRequest request() {
        var person = new PersonRequest(
                cells.get(Column.NHS_NUMBER), cells.get(Column.CHI_NUMBER), cells.get(Column.GIVEN_NAME), cells.get(Column.FAMILY_NAME),
                cells.get(Column.BIRTH_DATE), cells.get(Column.POSTCODE), cells.get(Column.GENDER), cells.get(Column.ETHNICITY),
                cells.get(Column.PHONE), cells.get(Column.EMAIL));
        return new ReferralRequest(
                cells.get(Column.PROGRAMME), cells.get(Column.SOURCE), cells.get(Column.PRACTICE), cells.get(Column.AREA), person, reasons(),
                consent(), yesOrNo(Column.SAFEGUARDING), cells.get(Column.NOTE), cells.get(Column.EXTERNAL_REFERENCE), Moments.beginning(cells.get(Column.OCCURRED_AT)));
    }

    private List<@Nullable String> reasons() {
        var codes = cells.get(Column.REASONS);
        return codes == null ? List.of() : new ArrayList<>(List.of(codes.split("\\|")));
    }

    private @Nullable ConsentRequest consent() {
        var given = yesOrNo(Column.CONSENT_GIVEN);
        if (given == null) return null;
        return new ConsentRequest(given, Moments.beginning(cells.get(Column.CONSENT_AT)), cells.get(Column.CONSENT_HOW), cells.get(Column.CONSENT_BY));
    }

    private @Nullable Boolean yesOrNo(Column column) {
        var said = cells.get(column);
        if (said == null) return null;
        var word = said.toLowerCase(Locale.ROOT);
        if (YES.contains(word)) return true;
        invalid.check(NO.contains(word), column.title(), "not-yes-or-no", "yes or no is expected here.");
        return false;
    }
}
