package org.kith.referral;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import org.junit.jupiter.api.Test;

/** A rule that matches no class at all fails, so none of these can pass on an empty set. */
class ArchitectureTest {
    private static final JavaClasses SERVICE = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.kith.referral");

    @Test
    void the_domain_knows_nothing_but_java() {
        check(classes().that().resideInAPackage("..domain..").should().onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.kith.decider..", "org.kith.referral.domain..", "org.kith.referral.people.domain..", "org.jspecify.."));
    }

    @Test
    void no_other_service_is_depended_on() {
        check(noClasses().that().resideInAPackage("org.kith.referral..").should().dependOnClassesThat()
                .resideInAnyPackage("org.kith.directory..", "org.kith.volunteer..", "org.kith.outcomes..", "org.kith.reporting..", "org.kith.gateway.."));
    }

    @Test
    void every_door_says_who_it_is_for() {
        check(methods().that().areAnnotatedWith(GET.class).or().areAnnotatedWith(POST.class).or().areAnnotatedWith(DELETE.class)
                .should().beAnnotatedWith(RolesAllowed.class));
    }

    @Test
    void only_publishing_speaks_of_public_events() {
        check(noClasses().that().resideOutsideOfPackage("..publishing..").should().dependOnClassesThat().resideInAPackage("org.kith.events.."));
    }

    @Test
    void the_domain_has_no_clock_and_no_chance() {
        check(noClasses().that().resideInAPackage("..domain..").should().callMethod(java.time.Instant.class, "now")
                .orShould().callMethod(java.util.UUID.class, "randomUUID")
                .orShould().dependOnClassesThat().areAssignableTo(java.util.Random.class));
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(false).check(SERVICE);
    }
}
