package org.kith.directory.codelists.domain;

import static org.kith.directory.codelists.domain.CodeListRejection.VERSION_SUPERSEDED;
import static org.kith.directory.codelists.domain.CodeListRejection.VERSION_TAKEN;

import org.kith.decider.Decider;
import org.kith.decider.Decision;
import org.kith.directory.codelists.domain.CodeList.Published;
import org.kith.directory.codelists.domain.CodeList.Unpublished;
import org.kith.directory.codelists.domain.CodeListEvent.VersionPublished;

public final class CodeListDecider implements Decider<PublishCodeList, CodeList, CodeListEvent> {

    @Override
    public CodeList initial() {
        return new Unpublished();
    }

    @Override
    public Decision<CodeListEvent> decide(PublishCodeList c, CodeList state) {
        var published = new VersionPublished(c.list(), c.version(), c.codes(), c.at());
        return switch (state) {
            case Unpublished _ -> Decision.accept(published);
            case Published p when c.version() > p.version() -> Decision.accept(published);
            case Published p when c.version() < p.version() -> Decision.reject(VERSION_SUPERSEDED);
            case Published p when c.codes().equals(p.codes()) -> Decision.accept();
            case Published _ -> Decision.reject(VERSION_TAKEN);
        };
    }

    @Override
    public CodeList evolve(CodeList state, CodeListEvent event) {
        return switch (event) {
            case VersionPublished e -> new Published(e.version(), e.codes());
        };
    }
}
