package org.kith.referral.people.retaining;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kith.eventstore.CommandHandler;
import org.kith.reference.ReferenceCopy;
import org.kith.referral.people.KnownPeople;
import org.kith.referral.people.Standing;
import org.kith.referral.people.domain.Person;
import org.kith.referral.people.domain.PersonCommand;
import org.kith.referral.people.domain.PersonFact;
import org.kith.referral.steps.Coded;
import org.kith.web.caller.Role;
import org.kith.web.command.Answer;
import org.kith.web.command.Asked;
import org.kith.web.command.Asking;
import org.kith.web.command.Commands;
import org.kith.web.problem.Invalid;

/** Why nothing of somebody may be erased for the time being. Each reason is placed and lifted by itself, any number of times. */
@Path("/api/people/{person}/legal-holds")
@Tag(name = "people")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
@APIResponse(responseCode = "404", description = "There is nobody of that reference whom you may see")
public final class LegalHoldsResource {
    private final CommandHandler<PersonCommand, Person, PersonFact> handler;
    private final Commands commands;
    private final LegalHolds holds;
    private final KnownPeople people;
    private final ReferenceCopy reference;
    private final Asking asking;

    LegalHoldsResource(
            CommandHandler<PersonCommand, Person, PersonFact> handler, Commands commands, LegalHolds holds, KnownPeople people, ReferenceCopy reference,
            Asking asking) {
        this.handler = handler;
        this.commands = commands;
        this.holds = holds;
        this.people = people;
        this.reference = reference;
        this.asking = asking;
    }

    @Schema(name = "LegalHolds")
    public record Holds(List<String> reasons) {}

    @GET
    @RolesAllowed(Role.STEWARD)
    @Operation(operationId = "readLegalHolds", summary = "Why somebody may not be erased")
    @APIResponse(responseCode = "200", description = "Codes of the list 'hold-reason'; none for who may be erased")
    public Uni<Holds> read(@PathParam("person") UUID person) {
        return people.seenBy(asking.asked().caller(), person).chain(() -> holds.on(person)).map(Holds::new);
    }

    @PUT
    @Path("/{reason}")
    @RolesAllowed(Role.STEWARD)
    @Operation(operationId = "placeLegalHold", summary = "Forbid that somebody is erased", description = "For a reason of the code list 'hold-reason'. Placing it again changes nothing.")
    @APIResponse(responseCode = "204", description = "Nothing of them can be erased until it is lifted")
    @APIResponse(responseCode = "409", description = "The person was erased before")
    public Uni<Response> place(@PathParam("person") UUID person, @PathParam("reason") String reason) {
        var asked = asking.asked();
        return change(asked, person, new PersonCommand.PlaceHold(person, known(reason), asked.now()));
    }

    @DELETE
    @Path("/{reason}")
    @RolesAllowed(Role.STEWARD)
    @Operation(operationId = "liftLegalHold", summary = "Lift a legal hold", description = "Lifting one that was not placed changes nothing.")
    @APIResponse(responseCode = "204", description = "It stands in the way no more")
    public Uni<Response> lift(@PathParam("person") UUID person, @PathParam("reason") String reason) {
        var asked = asking.asked();
        return change(asked, person, new PersonCommand.LiftHold(person, known(reason), asked.now()));
    }

    private String known(String reason) {
        var invalid = new Invalid();
        var code = Coded.required(invalid, reference.current(), "reason", "hold-reason", reason);
        invalid.throwIfAny();
        return code;
    }

    private Uni<Response> change(Asked asked, UUID person, PersonCommand command) {
        return people.seenBy(asked.caller(), person).chain(() -> commands.handle(
                handler, handler.family().stream(person), command, asked,
                (state, version, events) -> Standing.show(person, state, version, events.size()), (_, version, _) -> Answer.done(version, null)));
    }
}
