package org.kith.directory.funding;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.kith.directory.reading.RegisterRow;

@Entity
@Immutable
@Table(name = "awarded_grant")
@SuppressWarnings("NullAway.Init")
public class GrantRow implements RegisterRow<GrantView> {
    @Id String id;

    String fund;
    @Nullable String area;
    String recipient;

    @Column(name = "recipient_name") String recipientName;

    String title;

    @Column(name = "amount_pence") long amountPence;

    @Column(name = "awarded_on") LocalDate awardedOn;

    @Override
    public String id() {
        return id;
    }

    @Override
    public GrantView view() {
        return new GrantView(id, fund, area, recipient, recipientName, title, amountPence, awardedOn);
    }
}
