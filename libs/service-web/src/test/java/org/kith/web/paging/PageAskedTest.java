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
        var page = PageAsked.read("a", 2).page(List.of("b", "c", "d"), Function.identity(), Function.identity());

        assertThat(page).isEqualTo(new Page<>(List.of("b", "c"), "c"));
    }

    @Test
    void the_last_page_has_no_next() {
        var page = PageAsked.read(null, 2).page(List.of("b", "c"), Function.identity(), Function.identity());

        assertThat(page.next()).isNull();
    }

    @Test
    void is_bounded() {
        assertThatThrownBy(() -> PageAsked.read(null, 0)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> PageAsked.read(null, 201)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> PageAsked.read("\0", 1)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> PageAsked.read("x".repeat(201), 1)).isInstanceOf(ProblemException.class);
    }
}
