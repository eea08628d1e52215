package io.fogatlas.cli;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Holds the arrows between the modules: they point to what is imported, and nothing points back. */
@AnalyzeClasses(
        packages = "io.fogatlas",
        importOptions = {DoNotIncludeTests.class, ArchitectureTest.WithoutTestJars.class})
final class ArchitectureTest {
    private static final String MODEL = "io.fogatlas.model..";
    private static final String PLACEMENT = "io.fogatlas.placement..";
    private static final String INVENTORY = "io.fogatlas.inventory..";
    private static final String INVENTORY_JSON = "io.fogatlas.inventory.json..";
    private static final String INVENTORY_METERS = "io.fogatlas.inventory.meters..";
    private static final String INVENTORY_JDBC = "io.fogatlas.inventory.jdbc..";
    private static final String MANIFESTS = "io.fogatlas.manifests..";
    private static final String ORCHESTRATION = "io.fogatlas.orchestration..";
    private static final String KUBERNETES = "io.fogatlas.kubernetes..";
    private static final String DOCKER = "io.fogatlas.docker..";
    private static final String PICTURES = "io.fogatlas.pictures..";
    private static final String CLI = "io.fogatlas.cli..";

    @ArchTest
    static final ArchRule MODEL_NEEDS_THE_JDK_ALONE = classes()
            .that()
            .resideInAPackage(MODEL)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(MODEL, "java..", "org.jspecify..")
            .because("whoever takes the domain must not be made to take a library with it")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule PLACEMENT_NEEDS_THE_MODEL_AND_ITS_SOLVERS = classes()
            .that()
            .resideInAPackage(PLACEMENT)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(PLACEMENT, MODEL, "java..", "org.jspecify..", "org.jgrapht..", "com.google.ortools..")
            .because("an algorithm works on the model; files, targets and the live state are the business of others")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule INVENTORY_NEEDS_THE_MODEL_ALONE = classes()
            .that()
            .resideInAPackage(INVENTORY)
            .and()
            .resideOutsideOfPackages(INVENTORY_JSON, INVENTORY_JDBC, INVENTORY_METERS)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(INVENTORY, MODEL, "java..", "org.jspecify..")
            .because("the live state holds placements, however they were found, and in memory it needs no library")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule ONLY_THE_JSON_OF_THE_INVENTORY_NEEDS_JACKSON = classes()
            .that()
            .resideInAPackage(INVENTORY_JSON)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(INVENTORY, MODEL, "java..", "org.jspecify..", "com.fasterxml.jackson..")
            .because("the library is optional")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule ONLY_THE_INVENTORY_IN_A_DATABASE_NEEDS_LIBRARIES_FOR_SQL = classes()
            .that()
            .resideInAPackage(INVENTORY_JDBC)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    INVENTORY,
                    MODEL,
                    "java..",
                    "javax.sql..",
                    "org.jspecify..",
                    "org.jdbi..",
                    "org.flywaydb..",
                    "com.zaxxer.hikari..")
            .because("the libraries are optional")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule MANIFESTS_KNOW_NEITHER_COMMAND_LINE_NOR_INVENTORY = noClasses()
            .that()
            .resideInAPackage(MANIFESTS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(CLI, INVENTORY)
            .because("a file says what exists and what is wanted, not what is taken at this moment")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule ORCHESTRATION_KNOWS_NO_BOUNDARY = classes()
            .that()
            .resideInAPackage(ORCHESTRATION)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(ORCHESTRATION, INVENTORY, PLACEMENT, MODEL, "java..", "org.jspecify..")
            .because("the way of a decision into the world is the same for every file format and every target")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule ONLY_ONE_ADAPTER_KNOWS_THE_KUBERNETES_CLIENT = noClasses()
            .that()
            .resideOutsideOfPackage(KUBERNETES)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.fabric8.kubernetes.client..")
            .because("no adapter knows the library of another")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule ONLY_ONE_ADAPTER_KNOWS_THE_DOCKER_CLIENT = noClasses()
            .that()
            .resideOutsideOfPackage(DOCKER)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.github.dockerjava..")
            .because("no adapter knows the library of another")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule DOCKER_KNOWS_NEITHER_KUBERNETES_NOR_INVENTORY = noClasses()
            .that()
            .resideInAPackage(DOCKER)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(KUBERNETES, INVENTORY, "io.fabric8.kubernetes.client..")
            .because("a target carries decisions out; what is taken is booked by whoever asks it to")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule PICTURES_KNOW_VALUES_AND_NO_FILE_FORMAT = classes()
            .that()
            .resideInAPackage(PICTURES)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    PICTURES,
                    INVENTORY,
                    PLACEMENT,
                    MODEL,
                    "java..",
                    "javax.imageio..",
                    "org.jspecify..",
                    "com.github.weisj.jsvg..")
            .because("a picture shows what is known, wherever that was read")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule ONLY_ONE_ADAPTER_KNOWS_THE_DRAWING_LIBRARY = noClasses()
            .that()
            .resideOutsideOfPackage(PICTURES)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.github.weisj.jsvg..", "java.awt..")
            .because("no adapter knows the library of another")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule NOTHING_DEPENDS_ON_AN_ADAPTER = noClasses()
            .that()
            .resideInAnyPackage(MODEL, PLACEMENT, INVENTORY)
            .should()
            .dependOnClassesThat(
                    resideInAPackage("io.fogatlas..").and(resideOutsideOfPackages(MODEL, PLACEMENT, INVENTORY)))
            .because("adapters are at the edge: the core must build and run without any of them")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule NOTHING_DEPENDS_ON_THE_COMMAND_LINE = noClasses()
            .that()
            .resideOutsideOfPackage(CLI)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(CLI)
            .because("the command line is one user of the library among others")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule NAMES_SAY_WHAT_A_CLASS_IS = noClasses()
            .should()
            .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl)")
            .because("such a name fits anything, so anything ends up in there; name what the class is or does");

    @ArchTest
    static final ArchRule NO_STATIC_STATE_CHANGES = fields().that()
            .areStatic()
            .should()
            .beFinal()
            .because("the same input must give the same answer, whatever ran before in the same process")
            .allowEmptyShould(true);

    /** Leaves out the tests that other modules share as jars. */
    static final class WithoutTestJars implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("-tests.jar");
        }
    }
}
