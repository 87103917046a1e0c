package org.kith.directory.partners;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.kith.directory.partners.domain.Access;
import org.kith.directory.reading.VersionedRow;

@Entity
@Immutable
@Table(name = "partner")
@SuppressWarnings("NullAway.Init")
public class PartnerRow implements VersionedRow<PartnerView> {
    @Id String id;

    long version;
    String kind;
    String name;
    String code;

    @Convert(converter = AccessColumn.class) List<Access> access;

    int generation;

    @Column(name = "previous_until") @Nullable Instant previousUntil;

    @Nullable String suspended;

    @Override
    public String id() {
        return id;
    }

    @Override
    public long version() {
        return version;
    }

    @Override
    public PartnerView view() {
        return new PartnerView(id, kind, name, code, access, generation, previousUntil, suspended);
    }
}
