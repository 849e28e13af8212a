package dev.tautline;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/// The walls of this module: settings → link, finding → check, probe → diagnosis, and nothing upwards.
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.tautline");

    @Test
    void packagesHaveNoCycles() {
        slices().matching("dev.tautline.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void familiesOfRulesDoNotDependOnEachOther() {
        slices().matching("dev.tautline.check.rules.(*)..")
                .should()
                .notDependOnEachOther()
                .check(CLASSES);
    }

    @Test
    void rulesDoNoInputAndNoOutput() {
        noClasses()
                .that()
                .resideInAPackage("dev.tautline.check.rules..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.io..", "java.nio..", "java.net..", "java.sql..", "org.postgresql..")
                .check(CLASSES);
    }

    @Test
    void theModelKnowsNothingOfWhatJudgesIt() {
        noClasses()
                .that()
                .resideInAPackage("dev.tautline.settings..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.tautline.link..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAnyPackage("dev.tautline.settings..", "dev.tautline.link..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.tautline.finding..",
                        "dev.tautline.check..",
                        "dev.tautline.probe..",
                        "dev.tautline.diagnosis..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage("dev.tautline.finding..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.tautline.check..", "dev.tautline.probe..", "dev.tautline.diagnosis..")
                .check(CLASSES);
    }

    @Test
    void nothingButDiagnosisKnowsDiagnosis() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.tautline.diagnosis..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.tautline.diagnosis..")
                .check(CLASSES);
    }

    @Test
    void theCoreKnowsNoOtherModule() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.tautline.lab..",
                        "dev.tautline.cli..",
                        "dev.tautline.watch..",
                        "dev.tautline.incident..",
                        "dev.tautline.alert..",
                        "dev.tautline.dashboard..",
                        "dev.tautline.tune..",
                        "dev.tautline.drill..",
                        "dev.tautline.replay..",
                        "dev.tautline.spring..",
                        "dev.tautline.store..")
                .check(CLASSES);
    }
}
