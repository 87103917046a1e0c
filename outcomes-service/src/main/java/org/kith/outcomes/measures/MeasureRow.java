package org.kith.outcomes.measures;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.kith.outcomes.measures.domain.Occasion;
import org.kith.outcomes.measures.domain.Score;

@Entity
@Immutable
@Table(name = "measure")
@SuppressWarnings("NullAway.Init")
public class MeasureRow {
    @Id String id;

    long version;
    String programme;
    String area;
    String subject;

    @Column(name = "subject_kind") String subjectKind;

    String instrument;
    String occasion;
    int raw;

    /** Two decimals, as text: a score is shown, never calculated with in SQL. */
    @Nullable String metric;

    @Column(name = "taken_at") Instant takenAt;

    Score score() {
        return new Score(id, Occasion.of(occasion).orElseThrow(), raw, metric(), takenAt);
    }

    MeasureView view() {
        return new MeasureView(id, version, programme, area, subject, subjectKind, instrument, occasion, raw, metric(), takenAt);
    }

    private @Nullable BigDecimal metric() {
        return metric == null ? null : new BigDecimal(metric);
    }
}
