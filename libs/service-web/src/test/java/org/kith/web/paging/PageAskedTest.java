package org.kith.web.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.kith.web.problem.ProblemException;

class PageAskedTest {

    @Test
    void says_where_the_next_page_begins() {
        var page = PageAsked.read("a", "2").page(List.of("b", "c", "d"), Function.identity(), Function.identity());

        assertThat(page).isEqualTo(new Page<>(List.of("b", "c"), "c"));
    }

    @Test
    void the_last_page_has_no_next() {
        var page = PageAsked.read(null, "2").page(List.of("b", "c"), Function.identity(), Function.identity());

        assertThat(page.next()).isNull();
    }

    @Test
    void is_bounded() {
        for (var limit : List.of("0", "201", "-1", "abc", "1.5", "99999999999", "٣", " "))
            assertThatThrownBy(() -> PageAsked.read(null, limit)).as(limit).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> PageAsked.read("\0", "1")).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> PageAsked.read("x".repeat(201), "1")).isInstanceOf(ProblemException.class);
    }

    @Test
    void has_a_usual_length() {
        assertThat(PageAsked.read(null, null).limit()).isEqualTo(PageAsked.read(null, "").limit()).isEqualTo(50);
    }
}
