package org.kith.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.regex.Pattern;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Writes down which rows of the acceptance list a module's tests named ({@code @Tag("A6")}) and whether they passed,
 * for {@code ./kith acceptance}. One file for each module under {@code target/acceptance-rows}, of its last run; lines
 * of row, result and test, separated by tabs.
 */
public final class ProvenRows implements TestExecutionListener {

    private static final Pattern ROW = Pattern.compile("[A-E][0-9]{1,2}");

    private final Path file = Path.of(System.getProperty("kith.root", "."), "target", "acceptance-rows", Path.of("").toAbsolutePath().getFileName() + ".txt");

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (!test.isTest()) return;
        var lines = new StringBuilder();
        for (var tag : test.getTags())
            if (ROW.matcher(tag.getName()).matches()) lines.append(tag.getName()).append('\t').append(result.getStatus()).append('\t').append(name(test)).append('\n');
        if (lines.isEmpty()) return;
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(TestIdentifier test) {
        return test.getSource()
                .filter(MethodSource.class::isInstance)
                .map(MethodSource.class::cast)
                .map(method -> method.getClassName() + "." + method.getMethodName())
                .orElse(test.getDisplayName());
    }
}
