package org.kith.directory.posts.domain;

import static org.kith.directory.posts.domain.PostRejection.ALREADY_HOLDS;
import static org.kith.directory.posts.domain.PostRejection.BEFORE_HOLDER_CAME;
import static org.kith.directory.posts.domain.PostRejection.NOT_AWAY;
import static org.kith.directory.posts.domain.PostRejection.NOT_HELD;
import static org.kith.directory.posts.domain.PostRejection.PROGRAMME_FIXED;
import static org.kith.directory.posts.domain.PostRejection.UNKNOWN_POST;

import org.kith.decider.Decider;
import org.kith.decider.Decision;
import org.kith.directory.posts.domain.Post.Held;
import org.kith.directory.posts.domain.Post.Unknown;
import org.kith.directory.posts.domain.Post.Vacant;
import org.kith.directory.posts.domain.PostCommand.EndAbsence;
import org.kith.directory.posts.domain.PostCommand.FillPost;
import org.kith.directory.posts.domain.PostCommand.NoteAbsence;
import org.kith.directory.posts.domain.PostCommand.SetUpPost;
import org.kith.directory.posts.domain.PostCommand.VacatePost;
import org.kith.directory.posts.domain.PostEvent.CameBack;
import org.kith.directory.posts.domain.PostEvent.Filled;
import org.kith.directory.posts.domain.PostEvent.SetUp;
import org.kith.directory.posts.domain.PostEvent.Vacated;
import org.kith.directory.posts.domain.PostEvent.WentAway;

public final class PostDecider implements Decider<PostCommand, Post, PostEvent> {

    @Override
    public Post initial() {
        return new Unknown();
    }

    @Override
    public Decision<PostEvent> decide(PostCommand command, Post state) {
        return switch (command) {
            case SetUpPost c -> setUp(c, state);
            case FillPost c -> fill(c, state);
            case VacatePost c -> vacate(c, state);
            case NoteAbsence c -> away(c, state);
            case EndAbsence c -> back(c, state);
        };
    }

    /** Other details of a held post are told again for its holder, from the day they hold. */
    private static Decision<PostEvent> setUp(SetUpPost c, Post state) {
        var news = new SetUp(c.post(), c.details(), c.at());
        return switch (state) {
            case Unknown _ -> Decision.accept(news);
            case Vacant p when p.details().equals(c.details()) -> Decision.accept();
            case Held p when p.details().equals(c.details()) -> Decision.accept();
            case Vacant p -> sameProgramme(p.details(), c.details()) ? Decision.accept(news) : Decision.reject(PROGRAMME_FIXED);
            case Held p when !sameProgramme(p.details(), c.details()) -> Decision.reject(PROGRAMME_FIXED);
            case Held p -> {
                var from = c.effective().isBefore(p.from()) ? p.from() : c.effective();
                yield Decision.accept(news, new Filled(p.worker(), from, c.at()));
            }
        };
    }

    private static boolean sameProgramme(PostDetails a, PostDetails b) {
        return a.programme().equals(b.programme());
    }

    private static Decision<PostEvent> fill(FillPost c, Post state) {
        return switch (state) {
            case Unknown _ -> Decision.reject(UNKNOWN_POST);
            case Vacant _ -> Decision.accept(new Filled(c.worker(), c.from(), c.at()));
            case Held p when p.worker().equals(c.worker()) ->
                p.from().equals(c.from()) ? Decision.accept() : Decision.reject(ALREADY_HOLDS);
            case Held p when !c.from().isAfter(p.from()) -> Decision.reject(BEFORE_HOLDER_CAME);
            case Held p -> Decision.accept(
                    new Vacated(p.worker(), c.from().minusDays(1), c.at()), new Filled(c.worker(), c.from(), c.at()));
        };
    }

    private static Decision<PostEvent> away(NoteAbsence c, Post state) {
        return switch (state) {
            case Unknown _ -> Decision.reject(UNKNOWN_POST);
            case Vacant _ -> Decision.reject(NOT_HELD);
            case Held p when c.from().isBefore(p.from()) -> Decision.reject(BEFORE_HOLDER_CAME);
            case Held p when new Post.Absence(c.from(), c.until()).equals(p.away()) -> Decision.accept();
            case Held p -> Decision.accept(new WentAway(p.worker(), c.from(), c.until(), c.at()));
        };
    }

    private static Decision<PostEvent> back(EndAbsence c, Post state) {
        return switch (state) {
            case Unknown _ -> Decision.reject(UNKNOWN_POST);
            case Vacant _ -> Decision.reject(NOT_HELD);
            case Held p -> {
                var away = p.away();
                boolean isAway = away != null && (away.until() == null || !c.on().isAfter(away.until()));
                yield isAway ? Decision.accept(new CameBack(p.worker(), c.on(), c.at())) : Decision.reject(NOT_AWAY);
            }
        };
    }

    private static Decision<PostEvent> vacate(VacatePost c, Post state) {
        return switch (state) {
            case Unknown _ -> Decision.reject(UNKNOWN_POST);
            case Vacant _ -> Decision.reject(NOT_HELD);
            case Held p when c.until().isBefore(p.from()) -> Decision.reject(BEFORE_HOLDER_CAME);
            case Held p -> Decision.accept(new Vacated(p.worker(), c.until(), c.at()));
        };
    }

    @Override
    public Post evolve(Post state, PostEvent event) {
        return switch (event) {
            case SetUp e when state instanceof Held p -> new Held(e.post(), e.details(), p.worker(), p.from(), p.away());
            case SetUp e -> new Vacant(e.post(), e.details());
            case Filled e -> switch (state) {
                case Vacant p -> new Held(p.post(), p.details(), e.worker(), e.from(), null);
                case Held p -> new Held(p.post(), p.details(), e.worker(), e.from(), e.worker().equals(p.worker()) ? p.away() : null);
                case Unknown _ -> throw new IllegalStateException("filled before it was set up");
            };
            case WentAway e when state instanceof Held p -> new Held(p.post(), p.details(), p.worker(), p.from(), new Post.Absence(e.from(), e.until()));
            case CameBack e when state instanceof Held p && p.away() != null ->
                new Held(p.post(), p.details(), p.worker(), p.from(), e.on().isAfter(p.away().from()) ? new Post.Absence(p.away().from(), e.on().minusDays(1)) : null);
            case WentAway _,CameBack _ -> throw new IllegalStateException("away without holding the post");
            case Vacated _ -> switch (state) {
                case Held p -> new Vacant(p.post(), p.details());
                case Vacant p -> p;
                case Unknown _ -> throw new IllegalStateException("vacated before it was set up");
            };
        };
    }
}
