package org.kith.referral.takingup;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.kith.referral.domain.TakeUp;
import org.kith.web.problem.Invalid;
import org.kith.web.problem.Problem;
import org.kith.web.problem.ProblemException;

/** Where somebody replies who has no account: what lets them in is the address itself. The gateway's own document describes it. */
@Path("/take-up/{link}")
public final class ReplyResource {
    private static final String HTML = "text/html;charset=UTF-8";
    /** What a browser sends of the page's form, and no more. */
    private static final String FIELD = "stage=";
    private static final int LONGEST_FORM = 64;

    private final Replies replies;

    ReplyResource(Replies replies) {
        this.replies = replies;
    }

    /** @param stages what can be said */
    record Question(String group, LocalDate signpostedOn, Instant until, List<String> stages) {
        static Question of(Replies.Asked asked) {
            return new Question(asked.group(), asked.signpostedOn(), asked.until(), TakeUp.SAYABLE);
        }
    }

    record Reply(@Nullable String stage) {}

    @GET
    @PermitAll
    @Produces(HTML)
    @Operation(hidden = true)
    public Uni<Response> page(@PathParam("link") String link) {
        return shown(Uni.createFrom().deferred(() -> replies.asked(link)).map(ReplyPage::asking));
    }

    @GET
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public Uni<Response> read(@PathParam("link") String link) {
        return Uni.createFrom().deferred(() -> replies.asked(link)).map(asked -> unkept(Response.ok(Question.of(asked))).build());
    }

    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public Uni<Response> say(@PathParam("link") String link, Reply reply) {
        var stage = stage(reply.stage());
        return Uni.createFrom().deferred(() -> replies.say(link, stage)).map(_ -> unkept(Response.ok(new Reply(stage.code()))).build());
    }

    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(HTML)
    @Operation(hidden = true)
    public Uni<Response> submit(@PathParam("link") String link, byte[] form) {
        return shown(Uni.createFrom().deferred(() -> replies.say(link, stage(submitted(form)))).map(_ -> ReplyPage.thanking()));
    }

    private static TakeUp stage(@Nullable String said) {
        var invalid = new Invalid();
        var stage = TakeUp.said(said);
        invalid.check(stage.isPresent(), "stage", said == null ? "required" : "unknown", "One of " + String.join(", ", TakeUp.SAYABLE) + ".");
        invalid.throwIfAny();
        return stage.orElseThrow();
    }

    private static @Nullable String submitted(byte[] form) {
        var text = form.length > LONGEST_FORM ? "" : new String(form, StandardCharsets.UTF_8);
        return text.startsWith(FIELD) ? text.substring(FIELD.length()) : null;
    }

    /** Whatever comes of it is a page, since a person reads it. */
    private static Uni<Response> shown(Uni<String> page) {
        return page.map(html -> html(Response.ok(), html))
                .onFailure(ProblemException.class).recoverWithItem(failure -> refused(((ProblemException) failure).problem()));
    }

    private static Response refused(Problem problem) {
        var detail = problem.errors().isEmpty() ? problem.detail() : "Choose one of the answers.";
        return html(Response.status(problem.status()), ReplyPage.refusing(problem.title(), detail == null ? "" : detail));
    }

    private static Response html(Response.ResponseBuilder response, String html) {
        return unkept(response).type(HTML).header("Content-Security-Policy", ReplyPage.POLICY).header("X-Content-Type-Options", "nosniff").entity(html).build();
    }

    /** The address is a secret: it goes into no cache, and to no other site as where somebody came from. */
    private static Response.ResponseBuilder unkept(Response.ResponseBuilder response) {
        return response.header("Cache-Control", "no-store").header("Referrer-Policy", "no-referrer").header("X-Robots-Tag", "noindex");
    }
}
