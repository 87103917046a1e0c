package org.kith.referral;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kith.testsupport.ServiceArchitecture;

class ArchitectureTest extends ServiceArchitecture {
    ArchitectureTest() {
        super("org.kith.referral");
    }

    /** A group replies at an address that is its own secret. */
    @Override
    protected List<String> openToEverybody() {
        return List.of("org.kith.referral.takingup.ReplyResource");
    }

    @Test
    void only_publishing_speaks_of_public_events() {
        check(noClasses().that().resideOutsideOfPackage("..publishing..").should().dependOnClassesThat().resideInAPackage("org.kith.events.."));
    }
}
