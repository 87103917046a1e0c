package org.kith.web.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class TraceTest {
    @Test
    void never_repeats_what_a_library_choked_on() {
        Throwable quoting = catchThrowable(() -> LocalDate.parse("Zebedee"));
        String trace = Trace.of(new IllegalStateException("a birth date is not one", quoting));
        assertThat(trace)
                .contains("java.lang.IllegalStateException: a birth date is not one", "caused by java.time.format.DateTimeParseException", "TraceTest")
                .doesNotContain("Zebedee");
    }

    @Test
    void ends_where_causes_go_round() {
        Exception one = new Exception("one");
        one.initCause(new Exception("two", one));
        assertThat(Trace.of(one)).contains("caused by");
    }
}
