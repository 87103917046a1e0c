package org.kith.referral.outreach.forms;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kith.referral.outreach.domain.Content;
import org.kith.referral.outreach.domain.OutreachCommand.RecordOutreach;
import org.kith.referral.outreach.entries.EntryCheck;

/** A first contact form as it is recorded. */
@Schema(name = "FirstContactFormRequest", requiredProperties = {"programme", "area", "setting"})
public record FirstContactFormRequest(
        @Schema(description = "Id of the programme", examples = "clics") @Nullable String programme,
        @Schema(description = "Code of one of the programme's areas", examples = "CP4") @Nullable String area,
        @Schema(description = "Where they were met: code list 'outreach-setting'", examples = "community-venue") @Nullable String setting,
        @Schema(description = "Services that they use: code list 'service-used'", examples = "[\"library\"]") @Nullable List<@Nullable String> uses,
        @Schema(description = "What is missing: code list 'gap-kind'; each becomes an event of its own", examples = "[\"transport\"]") @Nullable List<@Nullable String> gaps,
        @Schema(description = "Code list 'age-band'; absent: from the birth date, else not asked") @Nullable String ageBand,
        @Schema(description = "Code list 'gender'; absent: not asked") @Nullable String gender,
        @Schema(description = "Code list 'ethnicity'; absent: not asked") @Nullable String ethnicity,
        @Schema(description = "Code list 'disability'; absent: not asked") @Nullable String disability,
        @Schema(description = "Only who agrees to be named; kept encrypted, never in an event") @Nullable PersonRequest person,
        @Schema(format = "date-time", description = "When it happened; absent: now") @Nullable String occurredAt) {

    /** Says nothing, so that nothing of it can end up in a log. */
    @Override
    public String toString() {
        return "FirstContactFormRequest[…]";
    }

    @Schema(name = "FirstContactPerson", requiredProperties = {"givenName", "familyName", "consent"})
    public record PersonRequest(
            @Schema(maxLength = 100, examples = "Wilhelmina") @Nullable String givenName,
            @Schema(maxLength = 100, examples = "Testcase") @Nullable String familyName,
            @Schema(description = "Ten digits", examples = "9990000018") @Nullable String nhsNumber,
            @Schema(format = "date", examples = "1947-05-12") @Nullable String birthDate,
            @Schema(description = "ZZ99 3VZ for no fixed abode", examples = "PE36 5DN") @Nullable String postcode,
            @Schema(maxLength = 30) @Nullable String phone,
            @Schema(maxLength = 254) @Nullable String email,
            @Schema(description = "How they agreed to be named: code list 'consent-how'", examples = "verbal") @Nullable String consent) {
        @Override
        public String toString() {
            return "PersonRequest[…]";
        }
    }

    /** A form whose every field was found right; who it is of is apart from what becomes an event, whose person is not known yet. */
    record Checked(RecordOutreach command, @Nullable FormPerson person) {
        @Override
        public String toString() {
            return "Checked[…]";
        }
    }

    /** @throws org.kith.web.problem.ProblemException 422 naming every field at fault */
    Checked check(EntryCheck check) {
        var where = check.where(programme, area);
        var at = check.occurredAt(occurredAt);
        var named = person == null ? null : new FormPersonCheck(check, at).person(person);
        var content = new Content.FirstContact(
                check.code("setting", "outreach-setting", setting), check.codes("uses", "service-used", uses), check.codes("gaps", "gap-kind", gaps),
                ageBand == null && named != null ? check.ageBand(named.birthDate(), at) : check.codeOrNotAsked("ageBand", "age-band", ageBand),
                check.codeOrNotAsked("gender", "gender", gender), check.codeOrNotAsked("ethnicity", "ethnicity", ethnicity),
                check.codeOrNotAsked("disability", "disability", disability));
        check.invalid().throwIfAny();
        return new Checked(new RecordOutreach(where, content, null, at), named);
    }
}
