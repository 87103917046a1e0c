package org.kith.outcomes.casestudies;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

@Entity
@Immutable
@Table(name = "case_study_text")
@SuppressWarnings("NullAway.Init")
public class TextRow {
    @Id String id;

    String title;
    String content;
}
