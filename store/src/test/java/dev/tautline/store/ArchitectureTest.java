package dev.tautline.store;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/// The walls of the shop: orders and money know no pages, and the shop knows nobody who watches it.
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.tautline.store");

    @Test
    void featuresHaveNoCycles() {
        slices().matching("dev.tautline.store.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void ordersAndMoneyKnowNoPages() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "dev.tautline.store.order..",
                        "dev.tautline.store.payment..",
                        "dev.tautline.store.pricing..",
                        "dev.tautline.store.stock..",
                        "dev.tautline.store.outbox..",
                        "dev.tautline.store.intake..",
                        "dev.tautline.store.database..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.tautline.store.web..",
                        "dev.tautline.store.cart..",
                        "dev.tautline.store.checkout..",
                        "jakarta.servlet..",
                        "org.springframework.ui..",
                        "org.thymeleaf..")
                .check(CLASSES);
    }

    /// Pictures, the files of the journal, prices: what a page needs while the database is away.
    @Test
    void whatOutlivesTheDatabaseDoesNotAskIt() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "dev.tautline.store.disk..",
                        "dev.tautline.store.intake..",
                        "dev.tautline.store.picture..",
                        "dev.tautline.store.pricing..",
                        "dev.tautline.store.cookie..",
                        "dev.tautline.store.language..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "org.springframework.jdbc..", "org.postgresql..")
                .check(CLASSES);
    }

    @Test
    void theShopKnowsNobodyWhoWatchesIt() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.tautline.lab..",
                        "dev.tautline.watch..",
                        "dev.tautline.incident..",
                        "dev.tautline.diagnosis..",
                        "dev.tautline.cli..")
                .check(CLASSES);
    }
}
