package org.kith.referral.profile;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.kith.reference.ReferenceCopy;
import org.kith.referral.people.KnownPeople;
import org.kith.web.caller.Role;
import org.kith.web.command.Asked;
import org.kith.web.command.Asking;
import org.kith.web.problem.FieldError;
import org.kith.web.problem.ProblemException;
import org.kith.web.problem.Problems;

/** What is known of a person whatever the referral, for those who meet them. */
@Path("/api/people/{person}")
@Tag(name = "people")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "404", description = "There is nobody of that reference whom you may see")
public final class ProfileResource {
    private static final String AUDITED = "Every read is audited. ETag is what If-Match of the next change is to be, \"0\" as long as nothing was said.";
    private static final String SAID = "Kept, encrypted; ETag is the new version";

    private final Profile profile;
    private final KnownPeople people;
    private final ReferenceCopy reference;
    private final Asking asking;

    ProfileResource(Profile profile, KnownPeople people, ReferenceCopy reference, Asking asking) {
        this.profile = profile;
        this.people = people;
        this.reference = reference;
        this.asking = asking;
    }

    @GET
    @Path("/contact-rules")
    @RolesAllowed({Role.WORKER, Role.COORDINATOR})
    @Operation(operationId = "readContactRules", summary = "How a person may safely be reached", description = AUDITED)
    @APIResponse(responseCode = "200", description = "What was said last")
    public Uni<RestResponse<ContactRules>> contactRules(@PathParam("person") UUID person) {
        return profile.read(FactKind.CONTACT_RULES, person, asking.asked());
    }

    @PUT
    @Path("/contact-rules")
    @RolesAllowed({Role.WORKER, Role.COORDINATOR})
    @Operation(operationId = "sayContactRules", summary = "Say how a person may safely be reached")
    @APIResponse(responseCode = "204", description = SAID)
    public Uni<Response> sayContactRules(@PathParam("person") UUID person, ContactRulesRequest sent) {
        return say(FactKind.CONTACT_RULES, person, sent::checked);
    }

    @GET
    @Path("/communication")
    @RolesAllowed({Role.WORKER, Role.COORDINATOR})
    @Operation(operationId = "readCommunication", summary = "A person's language, interpreter and accessibility needs", description = AUDITED)
    @APIResponse(responseCode = "200", description = "What was said last")
    public Uni<RestResponse<Communication>> communication(@PathParam("person") UUID person) {
        return profile.read(FactKind.COMMUNICATION, person, asking.asked());
    }

    @PUT
    @Path("/communication")
    @RolesAllowed({Role.WORKER, Role.COORDINATOR})
    @Operation(operationId = "sayCommunication", summary = "Say a person's language, interpreter and accessibility needs")
    @APIResponse(responseCode = "204", description = SAID)
    public Uni<Response> sayCommunication(@PathParam("person") UUID person, CommunicationRequest sent) {
        return say(FactKind.COMMUNICATION, person, sent::checked);
    }

    @GET
    @Path("/lone-working-risk")
    @RolesAllowed({Role.WORKER, Role.COORDINATOR})
    @Operation(operationId = "readLoneWorkingRisk", summary = "What to know before meeting a person alone", description = AUDITED)
    @APIResponse(responseCode = "200", description = "What was said last")
    public Uni<RestResponse<LoneWorkingRisk>> loneWorkingRisk(@PathParam("person") UUID person) {
        return profile.read(FactKind.LONE_WORKING_RISK, person, asking.asked());
    }

    @PUT
    @Path("/lone-working-risk")
    @RolesAllowed({Role.WORKER, Role.COORDINATOR})
    @Operation(operationId = "sayLoneWorkingRisk", summary = "Say what to know before meeting a person alone")
    @APIResponse(responseCode = "204", description = SAID)
    public Uni<Response> sayLoneWorkingRisk(@PathParam("person") UUID person, LoneWorkingRiskRequest sent) {
        return say(FactKind.LONE_WORKING_RISK, person, sent::checked);
    }

    @GET
    @Path("/representatives")
    @RolesAllowed({Role.WORKER, Role.COORDINATOR})
    @Operation(operationId = "readRepresentatives", summary = "Who cares for a person, and who may speak or decide for them", description = AUDITED)
    @APIResponse(responseCode = "200", description = "What was said last")
    public Uni<RestResponse<Representatives>> representatives(@PathParam("person") UUID person) {
        return profile.read(FactKind.REPRESENTATIVES, person, asking.asked());
    }

    @PUT
    @Path("/representatives")
    @RolesAllowed({Role.WORKER, Role.COORDINATOR})
    @Operation(operationId = "sayRepresentatives", summary = "Say who cares for a person, and who may speak or decide for them")
    @APIResponse(responseCode = "204", description = SAID)
    public Uni<Response> sayRepresentatives(@PathParam("person") UUID person, RepresentativesRequest sent) {
        var asked = asking.asked().mustMatch();
        var check = new FactCheck(reference.current());
        var checked = sent.checked(check, person);
        check.throwIfAny();
        return known(checked, asked).chain(() -> profile.say(FactKind.REPRESENTATIVES, person, checked, asked));
    }

    private <T> Uni<Response> say(FactKind<T> kind, UUID person, Function<FactCheck, T> checked) {
        var asked = asking.asked().mustMatch();
        var check = new FactCheck(reference.current());
        var fact = checked.apply(check);
        check.throwIfAny();
        return profile.say(kind, person, fact, asked);
    }

    /** Fails with a 422 problem where a representative is said to be a person whom the caller may not see. */
    private Uni<Void> known(Representatives named, Asked asked) {
        return Multi.createFrom().items(() -> IntStream.range(0, named.items().size()).boxed())
                .onItem().transformToUniAndConcatenate(i -> {
                    var person = named.items().get(i).person();
                    if (person == null) return Uni.createFrom().voidItem();
                    return people.seenBy(asked.caller(), person).replaceWithVoid().onFailure(ProblemException.class).transform(_ -> Problems.invalid(
                            List.of(new FieldError("items[" + i + "].person", "unknown", "There is no such person."))));
                })
                .collect().asList().replaceWithVoid();
    }
}
