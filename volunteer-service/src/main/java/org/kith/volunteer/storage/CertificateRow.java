package org.kith.volunteer.storage;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

@Entity
@Immutable
@Table(name = "certificate")
@SuppressWarnings("NullAway.Init")
public class CertificateRow {
    @Id public String id;

    public String volunteer;
    public String programme;

    @Column(name = "issued_at") public Instant issuedAt;
}
