package org.kith.outcomes.casestudies;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.kith.outcomes.storage.CodesColumn;

@Entity
@Immutable
@Table(name = "case_study")
@SuppressWarnings("NullAway.Init")
public class CaseStudyRow {
    @Id String id;

    long version;
    String programme;
    String area;
    @Nullable String provider;
    String theme;

    @Convert(converter = CodesColumn.class) List<String> shows;

    @Column(name = "consent_how") String consentHow;

    @Column(name = "consent_on") LocalDate consentOn;

    @Column(name = "occurred_at") Instant occurredAt;
}
