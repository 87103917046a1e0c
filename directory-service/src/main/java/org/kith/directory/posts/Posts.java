package org.kith.directory.posts;

import static org.kith.eventstore.ColumnType.DATE;
import static org.kith.eventstore.ColumnType.INT;
import static org.kith.eventstore.ColumnType.TEXT;
import static org.kith.eventstore.CompanionTable.column;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kith.directory.posts.domain.Post;
import org.kith.directory.posts.domain.PostDetails;
import org.kith.directory.posts.domain.PostEvent;
import org.kith.directory.storage.CodesColumn;
import org.kith.events.DirectoryEvent;
import org.kith.eventstore.CompanionRow;
import org.kith.eventstore.EventCodec;
import org.kith.eventstore.Publication;
import org.kith.eventstore.RegisterTable;
import org.kith.eventstore.StreamFamily;

/** Streams {@code post-<id>}: how they are stored, shown and told. */
public final class Posts implements StreamFamily<Post, PostEvent> {
    public static final RegisterTable REGISTER = RegisterTable.of(
            "post",
            column("programme", TEXT),
            column("role", TEXT),
            column("areas", TEXT),
            column("fte_hundredths", INT),
            column("worker", TEXT),
            column("held_from", DATE),
            column("expected_clients", INT),
            column("mobilisation_until", DATE),
            column("mobilisation_clients", INT),
            column("caseload_limit", INT),
            column("specialisms", TEXT),
            column("absent_from", DATE),
            column("absent_until", DATE));

    private static final EventCodec<PostEvent> CODEC = EventCodec.of(PostEvent.class)
            .event("post.set-up", PostEvent.SetUp.class)
            .event("post.filled", PostEvent.Filled.class)
            .event("post.holder-absent", PostEvent.WentAway.class)
            .event("post.holder-returned", PostEvent.CameBack.class)
            .event("post.vacated", PostEvent.Vacated.class)
            .build();

    @Override
    public String name() {
        return "post";
    }

    @Override
    public String source() {
        return "/kith/directory";
    }

    @Override
    public EventCodec<PostEvent> codec() {
        return CODEC;
    }

    @Override
    public Optional<Publication> publish(String subject, Post stateAfter, PostEvent event) {
        var details = switch (stateAfter) {
            case Post.Unknown _ -> throw new IllegalStateException("no post after " + event.getClass());
            case Post.Vacant p -> p.details();
            case Post.Held p -> p.details();
        };
        return switch (event) {
            case PostEvent.SetUp _ -> Optional.of(publication(details, new DirectoryEvent.PostCapacitySet(
                    subject, details.role(), details.expectedClients(), mobilisation(details), details.caseloadLimit(), details.specialisms())));
            case PostEvent.Filled e -> Optional.of(publication(details, new DirectoryEvent.PostFilled(
                    subject, details.role(), e.worker(), details.fteHundredths(), details.areas(), e.from())));
            case PostEvent.WentAway e ->
                Optional.of(publication(details, new DirectoryEvent.PostHolderAbsent(subject, details.role(), e.worker(), e.from(), e.until())));
            case PostEvent.CameBack e ->
                Optional.of(publication(details, new DirectoryEvent.PostHolderReturned(subject, details.role(), e.worker(), e.on())));
            case PostEvent.Vacated e ->
                Optional.of(publication(details, new DirectoryEvent.PostVacated(subject, details.role(), e.worker(), e.until())));
        };
    }

    private static DirectoryEvent.@Nullable Mobilisation mobilisation(PostDetails details) {
        var until = details.mobilisation();
        return until == null ? null : new DirectoryEvent.Mobilisation(until.until(), until.expectedClients());
    }

    /** Only a post of one area counts for that area. */
    private static Publication publication(PostDetails details, DirectoryEvent fact) {
        return Publication.of(fact, details.programme(), details.areas().size() == 1 ? details.areas().getFirst() : null, null);
    }

    static List<CompanionRow> show(String id, Post post, long version, int added) {
        return switch (post) {
            case Post.Unknown _ -> List.of();
            case Post.Vacant p -> show(id, version, added, p.details(), null, null, null);
            case Post.Held p -> show(id, version, added, p.details(), p.worker(), p.from(), p.away());
        };
    }

    private static List<CompanionRow> show(
            String id, long version, int added, PostDetails d, @Nullable String worker, @Nullable LocalDate from,
            Post.@Nullable Absence away) {
        var mobilisation = d.mobilisation();
        return REGISTER.show(
                id, version, added, d.programme(), d.role(), CodesColumn.write(d.areas()), d.fteHundredths(), worker, from, d.expectedClients(),
                mobilisation == null ? null : mobilisation.until(), mobilisation == null ? null : mobilisation.expectedClients(), d.caseloadLimit(),
                CodesColumn.write(d.specialisms()), away == null ? null : away.from(), away == null ? null : away.until());
    }
}
