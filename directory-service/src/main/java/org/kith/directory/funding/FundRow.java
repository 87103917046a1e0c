package org.kith.directory.funding;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.kith.directory.reading.ProgrammesRow;

@Entity
@Immutable
@Table(name = "fund")
@SuppressWarnings("NullAway.Init")
public class FundRow implements ProgrammesRow<FundView> {
    @Id String id;

    long version;
    String programme;
    @Nullable String area;
    String name;

    @Column(name = "amount_pence") long amountPence;

    @Column(name = "awarded_pence") long awardedPence;

    @Nullable String term;

    @Column(name = "from_day") LocalDate fromDay;

    @Column(name = "to_day") LocalDate toDay;

    @Override
    public String id() {
        return id;
    }

    @Override
    public long version() {
        return version;
    }

    @Override
    public String programme() {
        return programme;
    }

    @Override
    public FundView view() {
        return new FundView(
                id, version, programme, area, name, amountPence, awardedPence, amountPence - awardedPence, term, fromDay, toDay);
    }
}
