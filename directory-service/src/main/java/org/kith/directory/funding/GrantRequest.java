package org.kith.directory.funding;

import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kith.directory.checking.Known;
import org.kith.directory.funding.domain.FundCommand.AwardGrant;
import org.kith.directory.funding.domain.Grant;
import org.kith.web.checking.Shapes;
import org.kith.web.command.Asked;
import org.kith.web.problem.Invalid;

/** A grant to an organisation or a group. */
@Schema(requiredProperties = {"recipient", "title", "amountPence", "awardedOn"})
public record GrantRequest(
        @Schema(description = "Id of an organisation or a group of the fund's programme", examples = "0198f3a2-7c1e-7b1a-9d55-0a4be2f6c301") @Nullable String recipient,
        @Schema(description = "At most 200 characters", examples = "Warm hall on winter mornings") @Nullable String title,
        @Schema(description = "Pence, from 1", examples = "75000") @Nullable Long amountPence,
        @Schema(description = "What it is granted for; left out: the fund's own area", examples = "CP4") @Nullable String area,
        @Schema(format = "date", description = "Not after today", examples = "2026-05-14") @Nullable String awardedOn) {

    /**
     * @param recipientName null when nobody of that id is known in the fund's programme
     * @throws org.kith.web.problem.ProblemException 422 naming every field at fault
     */
    AwardGrant command(UUID id, FundRow fund, @Nullable String recipientName, Known known, Asked asked) {
        var invalid = new Invalid();
        var to = invalid.required("recipient", recipient, 64);
        if (to != null)
            invalid.check(recipientName != null, "recipient", "unknown-recipient", "No organisation or group of the fund's programme has this id.");
        var text = invalid.required("title", title, 200);
        boolean plausible = amountPence != null && amountPence >= 1 && amountPence <= FundRequest.MOST_PENCE;
        invalid.check(plausible, "amountPence", "out-of-range", "A whole number of pence, from 1.");
        known.area(invalid, "area", area);
        boolean fundsOwn = area == null || fund.area == null || fund.area.equals(area);
        invalid.check(fundsOwn, "area", "not-the-funds", "This fund is for another area.");
        var day = Shapes.pastDay(invalid, "awardedOn", awardedOn, asked.now());
        invalid.throwIfAny();
        var awarded = Objects.requireNonNull(day);
        var grant = new Grant(
                id.toString(),
                Objects.requireNonNull(to),
                Objects.requireNonNull(recipientName),
                Objects.requireNonNull(text),
                Objects.requireNonNull(amountPence),
                area == null ? fund.area : area,
                awarded);
        return new AwardGrant(fund.id, grant, asked.caller().organisation(), awarded.atStartOfDay(Shapes.LONDON).toInstant());
    }
}
