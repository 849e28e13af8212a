package dev.tautline.lab;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses LAB = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.tautline.lab");

    @Test
    void packagesFormNoCycle() {
        slices().matching("dev.tautline.(**)").should().beFreeOfCycles().check(LAB);
    }

    @Test
    void labSeesNothingElseOfTautline() {
        classes()
                .should()
                .onlyDependOnClassesThat(
                        DescribedPredicate.describe("are outside Tautline or in the lab", ArchitectureTest::isAllowed))
                .check(LAB);
    }

    private static boolean isAllowed(JavaClass used) {
        return !used.getPackageName().startsWith("dev.tautline")
                || used.getPackageName().startsWith("dev.tautline.lab");
    }
}
