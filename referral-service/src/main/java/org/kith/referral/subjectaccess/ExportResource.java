package org.kith.referral.subjectaccess;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.kith.referral.consenting.ConsentHistory;
import org.kith.referral.consenting.Disclosures;
import org.kith.referral.people.KnownPeople;
import org.kith.referral.people.SamePerson;
import org.kith.vault.Access;
import org.kith.vault.PersonKey;
import org.kith.vault.VaultStore;
import org.kith.web.caller.Role;
import org.kith.web.command.Asked;
import org.kith.web.command.Asking;
import org.kith.web.problem.Invalid;
import org.kith.web.problem.Problems;

/** A person's right to see what is held about them. */
@Path("/api/people/{person}/export")
@Tag(name = "people")
public final class ExportResource {
    private static final String INCLUDE = "include";
    private static final String WITHHELD = "Records of safeguarding concerns, if there are any, are not part of this copy: whether they can be shown without putting somebody at risk is decided apart (Data Protection Act 2018, schedule 3).";
    private static final String ELSEWHERE = "Volunteering, measures and case studies are kept by other services of the platform under references of their own, and are asked for there.";

    private final Holdings holdings;
    private final ConsentHistory consents;
    private final Disclosures disclosures;
    private final ReadablePage page;
    private final KnownPeople people;
    private final SamePerson same;
    private final VaultStore vault;
    private final Asking asking;

    ExportResource(
            Holdings holdings, ConsentHistory consents, Disclosures disclosures, ReadablePage page, KnownPeople people, SamePerson same, VaultStore vault,
            Asking asking) {
        this.holdings = holdings;
        this.consents = consents;
        this.disclosures = disclosures;
        this.page = page;
        this.people = people;
        this.same = same;
        this.vault = vault;
        this.asking = asking;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
    @RolesAllowed(Role.STEWARD)
    @Operation(operationId = "exportPerson", summary = "Everything that is held about somebody, for them", description = "As JSON, or as a page for Accept: text/html. For stewards of all programmes that know the person. Every export is audited, and says so of itself.")
    @APIResponse(responseCode = "200", description = "What is held", content = {@Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Export.class)),
            @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(implementation = String.class))})
    @APIResponse(responseCode = "404", description = "There is nobody of that reference whom you may see, or no longer")
    public Uni<Response> export(@PathParam("person") UUID person, @QueryParam("safeguarding") @Nullable String safeguarding, @Context HttpHeaders headers) {
        var asked = asking.asked();
        var invalid = new Invalid();
        invalid.check(safeguarding == null || safeguarding.equals(INCLUDE), "safeguarding", "unknown", "'" + INCLUDE + "', or left out.");
        invalid.throwIfAny();
        var caller = asked.caller();
        var wanted = headers.getAcceptableMediaTypes().getFirst();
        boolean readable = wanted.getType().equals("text") && wanted.getSubtype().equals("html");
        return people.whollySeenBy(caller, person)
                .chain(programmes -> export(person, programmes, safeguarding != null, asked))
                .map(export -> readable ? Response.ok(page.of(export), MediaType.TEXT_HTML_TYPE.withCharset("UTF-8")) : Response.ok(export, MediaType.APPLICATION_JSON_TYPE))
                .map(answer -> answer.header("Cache-Control", "no-store").header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'").build());
    }

    /** Under each of the person's references, first the one that was asked for. Fails with a 404 problem where nothing is held under any. */
    private Uni<Export> export(UUID person, Set<String> programmes, boolean safeguarding, Asked asked) {
        return same.references(person)
                .chain(references -> Multi.createFrom().iterable(references)
                        .onItem().transformToUniAndConcatenate(reference -> vault.keyFor(access(reference, asked)))
                        .filter(Optional::isPresent)
                        .onItem().transformToUniAndConcatenate(key -> export(key.get(), programmes, safeguarding, asked))
                        .collect().asList())
                .map(parts -> parts.stream().sorted(Comparator.comparing(part -> !part.person().equals(person))).reduce(Export::and).orElseThrow(Problems::notFound));
    }

    private static Access access(UUID reference, Asked asked) {
        var caller = asked.caller();
        return new Access(reference, "person/" + reference + "/export", caller.subject(), caller.organisation(), asked.correlationId());
    }

    private Uni<Export> export(PersonKey key, Set<String> programmes, boolean safeguarding, Asked asked) {
        var concerns = safeguarding ? holdings.concerns(key) : Uni.createFrom().item(List.<Export.Concern>of());
        var notes = safeguarding ? List.of(ELSEWHERE) : List.of(WITHHELD, ELSEWHERE);
        return Uni.combine().all()
                .unis(holdings.referrals(key), holdings.forms(key), holdings.profile(key), consents.of(key, programmes), concerns, disclosures.of(key.person()))
                .asTuple()
                .map(all -> new Export(
                        key.person(), List.of(key.person()), asked.now(), all.getItem1(), all.getItem2(), all.getItem3(), all.getItem4(), all.getItem5(), all.getItem6(), notes));
    }
}
