package org.kith.events;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Events that are agreed but that no service publishes yet, so that models can already name them. One that a service
 * publishes is taken out of this list and becomes a record; until then what is written here binds nobody but models.
 */
public final class PlannedEvents {

    /** @param fields name to Java type, in order */
    public record Planned(String type, String topic, Map<String, Class<?>> fields) {}

    private static final String DIRECTORY = "kith.directory.events";
    private static final String VOLUNTEER = "kith.volunteer.events";
    private static final String OUTCOMES = "kith.outcomes.events";

    private static final Map<String, Class<?>> TYPES = Map.of(
            "text", String.class, "number", long.class, "decimal", BigDecimal.class, "date", LocalDate.class, "flag", boolean.class,
            "texts", List.class);

    private static final List<Planned> ALL = List.of(
            // directory: organisations, groups, places and the people who run them
            planned(DIRECTORY, "conversation.held", "conversation contact first:flag recorded:texts caresAbout:texts neighbourhood"),
            planned(DIRECTORY, "community-members.signposted", "people:number by kind destination"),
            planned(DIRECTORY, "host-duty.done", "host duty"),
            planned(DIRECTORY, "organisation.criterion-assessed", "organisation criterion met:flag inUse:flag"),
            planned(DIRECTORY, "organisation.listed", "organisation directory listedOn:date"),
            planned(DIRECTORY, "organisation.supported", "organisation kind"),
            planned(DIRECTORY, "organisation.selection-scored", "application organisation criterion met:flag"),
            planned(DIRECTORY, "group.grew", "group members:number meetingsAYear:number"),
            planned(DIRECTORY, "service.listed", "service organisation kind delivers:texts preventative:flag"),
            planned(DIRECTORY, "service.closed", "service reason"),
            planned(DIRECTORY, "directory.published", "directory format entries:number"),
            planned(DIRECTORY, "contact.added", "contact kind neighbourhood network"),
            planned(DIRECTORY, "activity.set-up", "activity kind prompt preventative:flag"),
            planned(DIRECTORY, "asset-referral.made", "from to kind people:number"),
            planned(DIRECTORY, "referral-route.established", "route partner kind"),
            planned(DIRECTORY, "referral-route.used", "route partner kind"),
            planned(DIRECTORY, "gap.identified", "gap kind need"),
            planned(DIRECTORY, "gap-analysis.completed", "analysis year"),
            planned(DIRECTORY, "meeting.convened", "meeting kind organisations:number sectors:texts"),
            planned(DIRECTORY, "joint-event.attended", "event kind organisation role"),
            planned(DIRECTORY, "partnership.formed", "partnership organisations:texts purpose"),
            planned(DIRECTORY, "community-resource.used", "group kind place"),
            // directory: money, lots and agreements
            planned(DIRECTORY, "money.spent", "fund purpose amountPence:number"),
            planned(DIRECTORY, "external-funds.secured", "recipient source amountPence:number"),
            planned(DIRECTORY, "funds.granted-for-load", "service reason amountPence:number"),
            planned(DIRECTORY, "grant.applied-for", "grant fund applicant"),
            planned(DIRECTORY, "grant.paid", "grant fund amountPence:number paidOn:date"),
            planned(DIRECTORY, "grant.reported", "grant fund"),
            planned(DIRECTORY, "lots.applied-for", "application organisation minimum:number maximum:number clusters:texts"),
            planned(DIRECTORY, "lot-application.advanced", "application organisation stage"),
            planned(DIRECTORY, "lot.awarded", "lot organisation lotArea amountPence:number"),
            planned(DIRECTORY, "sla.signed", "sla organisation lots:number from:date to:date"),
            planned(DIRECTORY, "sla.extended", "sla organisation to:date"),
            planned(DIRECTORY, "performance.reviewed", "sla organisation satisfactory:flag dataProvided:flag"),
            planned(DIRECTORY, "worker.assured", "worker item essential:flag met:flag"),
            planned(DIRECTORY, "payment-stage.due", "lot stage amountPence:number dueOn:date"),
            planned(DIRECTORY, "payment-stage.released", "lot stage amountPence:number"),
            planned(DIRECTORY, "payment-stage.withheld", "lot stage amountPence:number reason"),
            // volunteer
            planned(VOLUNTEER, "community-member.signposted", "volunteer people:number kind destination"),
            planned(VOLUNTEER, "volunteer.took-role", "volunteer role group"),
            planned(VOLUNTEER, "volunteer.progressed", "volunteer into"),
            planned(VOLUNTEER, "volunteer.supported", "volunteer kind"),
            planned(VOLUNTEER, "volunteer.left", "volunteer reason"),
            // outcomes
            planned(OUTCOMES, "feedback.given", "feedback subject subjectKind about group"),
            planned(OUTCOMES, "outcome.self-reported", "report subject subjectKind outcome"),
            planned(OUTCOMES, "collaboration.reported", "report stage kind outcome"),
            planned(OUTCOMES, "co-production.reported", "report intervention stage"),
            planned(OUTCOMES, "learning.recorded", "learning kind topic"),
            planned(OUTCOMES, "governance-decision.recorded", "decision body subject decidedOn:date"),
            planned(OUTCOMES, "unexpected-outcome.noted", "outcome subject notedBy"),
            planned(OUTCOMES, "report.submitted", "report framework quarter"),
            planned(OUTCOMES, "service-use.linked", "linkage subject instrument occasion contacts:number"));

    private PlannedEvents() {}

    /** By topic, in the order of the list. */
    public static List<Planned> all() {
        return ALL;
    }

    /** @param fields names parted by blanks; a name without a type is a text */
    private static Planned planned(String topic, String type, String fields) {
        var types = new LinkedHashMap<String, Class<?>>();
        for (var field : Arrays.asList(fields.split(" "))) {
            int colon = field.indexOf(':');
            var known = TYPES.get(colon < 0 ? "text" : field.substring(colon + 1));
            if (known == null) throw new IllegalStateException("no such type of field: " + field);
            types.put(colon < 0 ? field : field.substring(0, colon), known);
        }
        return new Planned(type, topic, types);
    }
}
