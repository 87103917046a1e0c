package org.kith.referral;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import org.junit.jupiter.api.Test;
import org.kith.testsupport.ServiceArchitecture;

class ArchitectureTest extends ServiceArchitecture {
    ArchitectureTest() {
        super("org.kith.referral");
    }

    @Test
    void only_publishing_speaks_of_public_events() {
        check(noClasses().that().resideOutsideOfPackage("..publishing..").should().dependOnClassesThat().resideInAPackage("org.kith.events.."));
    }
}
