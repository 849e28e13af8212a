package dev.tautline;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/// The walls of the program: the guard never sees the lab, commands stand above everything, and the store is a process.
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.tautline");

    @Test
    void packagesHaveNoCycles() {
        slices().matching("dev.tautline.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void whatDiagnosesNeverSeesWhatInjects() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "dev.tautline.watch..",
                        "dev.tautline.diagnosis..",
                        "dev.tautline.incident..",
                        "dev.tautline.alert..",
                        "dev.tautline.history..",
                        "dev.tautline.control..",
                        "dev.tautline.dashboard..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.tautline.lab..",
                        "dev.tautline.labdoor..",
                        "dev.tautline.gameday..",
                        "dev.tautline.ground..",
                        "dev.tautline.stage..",
                        "dev.tautline.replay..")
                .check(CLASSES);
    }

    @Test
    void nothingDependsOnTheCommands() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.tautline.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.tautline.cli..")
                .check(CLASSES);
    }

    @Test
    void theStoreIsAProcessAndNotALibrary() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.tautline.store..")
                .check(CLASSES);
    }
}
