package org.kith.volunteer.storage;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

@Entity
@Immutable
@Table(name = "volunteer_details")
@SuppressWarnings("NullAway.Init")
public class DetailsRow {
    @Id public UUID id;

    public UUID person;
    public byte[] sealed;
}
