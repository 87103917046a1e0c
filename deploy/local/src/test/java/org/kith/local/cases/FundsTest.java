package org.kith.local.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.kith.local.Installation;

class FundsTest {

    private final Funds funds = Funds.in(Installation.here().programmes());

    @Test
    void a_grant_comes_from_the_fund_of_its_own_year() {
        assertThat(funds.open("improving-lives", LocalDate.parse("2023-06-01"))).contains("ili-laf-2023");
        assertThat(funds.open("improving-lives", LocalDate.parse("2025-03-31"))).contains("ili-laf-2024");
        assertThat(funds.open("improving-lives", LocalDate.parse("2026-07-15"))).contains("ili-laf-2026");
    }

    @Test
    void no_fund_is_open_before_the_first_began_nor_in_a_programme_without_one() {
        assertThat(funds.open("improving-lives", LocalDate.parse("2020-01-01"))).isEmpty();
        assertThat(funds.open("croydon-abcd", LocalDate.parse("2026-07-15"))).isEmpty();
    }
}
