package org.kith.testsupport;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kith.local.services.Service;

/** What holds for every service that owns streams; a service's own test extends it. A rule that matches no class at all fails. */
public abstract class ServiceArchitecture {
    private static final String VERBS = "jakarta.ws.rs.";
    /** By package: read once, not for each rule again. */
    private static final Map<String, JavaClasses> READ = new ConcurrentHashMap<>();

    private final String own;
    private final JavaClasses service;

    /** @param own the service's package, such as {@code org.kith.directory} */
    protected ServiceArchitecture(String own) {
        this.own = own;
        this.service = READ.computeIfAbsent(own, name -> new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages(name));
    }

    @Test
    void a_domain_depends_on_java_and_deciders_alone() {
        check(classes().that().resideInAPackage("..domain..").should().onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.kith.decider..", "org.jspecify..", own + "..domain.."));
    }

    @Test
    void a_domain_has_no_clock_and_no_chance() {
        check(noClasses().that().resideInAPackage("..domain..").should().callMethod(Instant.class, "now")
                .orShould().callMethod(UUID.class, "randomUUID")
                .orShould().dependOnClassesThat().areAssignableTo(Random.class));
    }

    @Test
    void no_service_depends_on_another() {
        var others = Stream.of(Service.values()).map(each -> "org.kith." + each.id()).filter(name -> !name.equals(own)).map(name -> name + "..").toArray(String[]::new);
        check(noClasses().that().resideInAPackage(own + "..").should().dependOnClassesThat().resideInAnyPackage(others));
    }

    @Test
    void every_request_says_which_roles_may_make_it() {
        var rule = methods().that().areAnnotatedWith(VERBS + "GET").or().areAnnotatedWith(VERBS + "PUT").or().areAnnotatedWith(VERBS + "POST")
                .or().areAnnotatedWith(VERBS + "PATCH").or().areAnnotatedWith(VERBS + "DELETE")
                .should().beAnnotatedWith("jakarta.annotation.security.RolesAllowed");
        for (var open : openToEverybody()) rule = rule.orShould().beDeclaredIn(open);
        check(rule);
    }

    /** Names of classes whose requests need no account, each with a reason of its own. */
    protected List<String> openToEverybody() {
        return List.of();
    }

    protected final void check(ArchRule rule) {
        rule.allowEmptyShould(false).check(service);
    }
}
