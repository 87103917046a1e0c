package org.kith.directory.funding;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.kith.directory.checking.Lookups;
import org.kith.directory.funding.domain.Fund;
import org.kith.directory.funding.domain.FundCommand.AwardGrant;
import org.kith.directory.funding.domain.FundCommand;
import org.kith.directory.funding.domain.FundDecider;
import org.kith.directory.funding.domain.FundEvent;
import org.kith.directory.reading.Registers;
import org.kith.eventstore.CommandHandler;
import org.kith.eventstore.Companions;
import org.kith.eventstore.EventStore;
import org.kith.eventstore.UuidV7;
import org.kith.web.caller.Caller;
import org.kith.web.caller.Callers;
import org.kith.web.caller.Role;
import org.kith.web.command.Answers;
import org.kith.web.command.Asked;
import org.kith.web.command.Asking;
import org.kith.web.command.Commands;
import org.kith.web.paging.Page;
import org.kith.web.paging.PageAsked;
import org.kith.web.problem.Problems;

@Path("/api/funds")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class FundsResource {
    private final CommandHandler<FundCommand, Fund, FundEvent> funds;
    private final Commands commands;
    private final Asking asking;
    private final Callers callers;
    private final Lookups lookups;
    private final Recipients recipients;
    private final Registers registers;

    FundsResource(
            EventStore store, Commands commands, Asking asking, Callers callers, Lookups lookups, Recipients recipients,
            Registers registers) {
        this.funds = new CommandHandler<>(store, new Funds(), new FundDecider());
        this.commands = commands;
        this.asking = asking;
        this.callers = callers;
        this.lookups = lookups;
        this.recipients = recipients;
        this.registers = registers;
    }

    /** Sets what may be granted and when; the same content again changes nothing. 409 when grants awarded would no longer fit. */
    @PUT
    @APIResponse(responseCode = "200", description = "Already so, or changed to it")
    @APIResponse(responseCode = "201", description = "Known from now on; Location names it")
    @Path("{id}")
    @RolesAllowed(Role.ADMINISTRATOR)
    @Operation(operationId = "setFund", summary = "Set a fund and its budget")
    public Uni<Response> set(@PathParam("id") String id, FundRequest request) {
        var asked = asking.asked();
        return lookups.of(request.programme()).chain(known -> commands.handle(
                funds,
                funds.family().stream(id),
                request.command(id, known, asked),
                asked,
                (state, version, events) -> Funds.show(id, state, version, events.size()),
                Answers.put("/api/funds/" + id, id)));
    }

    /** Awards a grant; 409 {@code budget-exceeded} when less than its amount is left, whatever else is awarded meanwhile. */
    @POST
    @APIResponse(responseCode = "201", description = "Recorded and durable; Location names it")
    @Path("{id}/grants")
    @RolesAllowed(Role.FUNDER)
    @Operation(operationId = "awardGrant", summary = "Award a grant from a fund")
    public Uni<Response> award(@PathParam("id") String id, GrantRequest request) {
        var asked = asking.asked();
        var grant = UuidV7.at(asked.now());
        return visible(id, asked.caller())
                .chain(fund -> lookups.of(fund.programme)
                        .chain(known -> recipients
                                .name(fund.programme, Objects.requireNonNullElse(request.recipient(), ""))
                                .map(name -> request.command(grant, fund, name.orElse(null), known, asked))))
                .chain(command -> award(grant, command, asked));
    }

    private Uni<Response> award(UUID id, AwardGrant command, Asked asked) {
        var fund = command.fund();
        Companions<Fund> rows = (state, version, events) -> {
            var all = new ArrayList<>(Funds.show(fund, state, version, events.size()));
            all.add(Funds.row(fund, command.grant()));
            return all;
        };
        return commands.handle(
                funds, funds.family().stream(fund), command, asked, rows, Answers.created("/api/funds/" + fund + "/grants/" + id, id.toString()));
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Role.WORKER, Role.COORDINATOR, Role.FUNDER, Role.PROGRAMME_MANAGER, Role.ANALYST, Role.ADMINISTRATOR})
    @Operation(operationId = "getFund", summary = "A fund and what is left of it")
    public Uni<RestResponse<FundView>> fund(@PathParam("id") String id) {
        return visible(id, callers.current()).map(Registers::answer);
    }

    @GET
    @RolesAllowed({Role.WORKER, Role.COORDINATOR, Role.FUNDER, Role.PROGRAMME_MANAGER, Role.ANALYST, Role.ADMINISTRATOR})
    @Operation(operationId = "listFunds", summary = "Funds")
    public Uni<Page<FundView>> list(@QueryParam("after") @Nullable String after, @QueryParam("limit") @Nullable String limit) {
        return registers.where(FundRow.class, "programme", callers.current().programmes(), PageAsked.read(after, limit));
    }

    @GET
    @Path("{id}/grants/{grant}")
    @RolesAllowed({Role.WORKER, Role.COORDINATOR, Role.FUNDER, Role.PROGRAMME_MANAGER, Role.ANALYST, Role.ADMINISTRATOR})
    @Operation(operationId = "getGrant", summary = "A grant")
    public Uni<GrantView> grant(@PathParam("id") String id, @PathParam("grant") String grant) {
        return visible(id, callers.current())
                .chain(() -> registers.find(GrantRow.class, grant))
                .map(row -> {
                    if (!row.fund.equals(id)) throw Problems.notFound();
                    return row.view();
                });
    }

    @GET
    @Path("{id}/grants")
    @RolesAllowed({Role.WORKER, Role.COORDINATOR, Role.FUNDER, Role.PROGRAMME_MANAGER, Role.ANALYST, Role.ADMINISTRATOR})
    @Operation(operationId = "listGrants", summary = "Grants awarded from a fund")
    public Uni<Page<GrantView>> grants(
            @PathParam("id") String id, @QueryParam("after") @Nullable String after, @QueryParam("limit") @Nullable String limit) {
        var page = PageAsked.read(after, limit);
        return visible(id, callers.current())
                .chain(() -> registers.where(GrantRow.class, "fund", List.of(id), page));
    }

    private Uni<FundRow> visible(String id, Caller caller) {
        return registers.find(FundRow.class, id, caller);
    }
}
