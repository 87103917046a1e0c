package org.kith.directory.groups.domain;

import static org.kith.directory.groups.domain.GroupRejection.ALREADY_FORMED;
import static org.kith.directory.groups.domain.GroupRejection.SUPPORTED_BEFORE_FORMED;
import static org.kith.directory.groups.domain.GroupRejection.UNKNOWN_GROUP;

import org.kith.decider.Decider;
import org.kith.decider.Decision;
import org.kith.directory.groups.domain.Group.Formed;
import org.kith.directory.groups.domain.Group.Unknown;
import org.kith.directory.groups.domain.GroupCommand.FormGroup;
import org.kith.directory.groups.domain.GroupCommand.SupportGroup;

public final class GroupDecider implements Decider<GroupCommand, Group, GroupEvent> {

    @Override
    public Group initial() {
        return new Unknown();
    }

    @Override
    public Decision<GroupEvent> decide(GroupCommand command, Group state) {
        return switch (command) {
            case FormGroup c when state instanceof Unknown -> Decision.accept(new GroupEvent.Formed(
                    c.group(), c.programme(), c.area(), c.name(), c.formedOn(), c.prompt(), c.constituted(), c.provider(), c.at()));
            case FormGroup _ -> Decision.reject(ALREADY_FORMED);
            case SupportGroup c when state instanceof Formed group -> c.supportedOn().isBefore(group.formedOn())
                    ? Decision.reject(SUPPORTED_BEFORE_FORMED)
                    : Decision.accept(new GroupEvent.Supported(c.support(), c.kind(), c.dimension(), c.provider(), c.at()));
            case SupportGroup _ -> Decision.reject(UNKNOWN_GROUP);
        };
    }

    @Override
    public Group evolve(Group state, GroupEvent event) {
        return switch (event) {
            case GroupEvent.Formed e ->
                new Formed(e.group(), e.programme(), e.area(), e.name(), e.formedOn(), e.prompt(), e.constituted(), 0);
            case GroupEvent.Supported _ when state instanceof Formed g -> new Formed(
                    g.group(), g.programme(), g.area(), g.name(), g.formedOn(), g.prompt(), g.constituted(), g.supports() + 1);
            case GroupEvent.Supported _ -> throw new IllegalStateException("supported before it was formed");
        };
    }
}
