package org.kith.referral.fhir;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.hl7.fhir.r4.model.DateTimeType;
import org.jspecify.annotations.Nullable;
import org.kith.web.checking.Shapes;

/** Moments as FHIR writes them. */
final class FhirTimes {
    private FhirTimes() {}

    /** As the common check reads them: a day alone is its beginning in London; a month or year stays what it is, and is refused. */
    static @Nullable String text(DateTimeType sent) {
        var text = sent.getValueAsString();
        if (text == null || sent.getPrecision() != TemporalPrecisionEnum.DAY) return text;
        try {
            return LocalDate.parse(text).atStartOfDay(Shapes.LONDON).toInstant().toString();
        } catch (DateTimeException e) {
            return text;
        }
    }
}
