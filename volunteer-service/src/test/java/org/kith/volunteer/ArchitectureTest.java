package org.kith.volunteer;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import org.junit.jupiter.api.Test;

/** Rules fail when they match nothing. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.kith.volunteer");

    @Test
    void a_domain_depends_on_java_and_deciders_alone() {
        classes().that().resideInAPackage("..domain..")
                .should().onlyDependOnClassesThat().resideInAnyPackage("java..", "org.kith.decider..", "org.jspecify..", "org.kith.volunteer..domain..")
                .check(CLASSES);
    }

    @Test
    void no_service_depends_on_another() {
        noClasses().that().resideInAPackage("org.kith.volunteer..")
                .should().dependOnClassesThat().resideInAnyPackage(
                        "org.kith.referral..", "org.kith.directory..", "org.kith.outcomes..", "org.kith.reporting..", "org.kith.gateway..")
                .check(CLASSES);
    }

    @Test
    void every_request_says_which_roles_may_make_it() {
        methods().that().areAnnotatedWith(GET.class).or().areAnnotatedWith(PUT.class).or().areAnnotatedWith(POST.class)
                .or().areAnnotatedWith(DELETE.class)
                .should().beAnnotatedWith(RolesAllowed.class)
                .check(CLASSES);
    }
}
