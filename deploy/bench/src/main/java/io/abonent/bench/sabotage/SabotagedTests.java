package io.abonent.bench.sabotage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Runs in a process of its own, with the class path of the sabotaged module: {@code REPORT first|all SELECTOR…}.
 * Writes one line per failure, at last the number of tests that ran; {@code first} ends at the first failure.
 */
public final class SabotagedTests implements TestExecutionListener {

    static final String FAILED = "failed";
    static final String RAN = "ran";

    private final Path report;
    private final boolean endAtFirst;
    private final AtomicInteger ran = new AtomicInteger();

    private SabotagedTests(Path report, boolean endAtFirst) {
        this.report = report;
        this.endAtFirst = endAtFirst;
    }

    public static void main(String[] arguments) {
        SabotagedTests tests = new SabotagedTests(Path.of(arguments[0]), arguments[1].equals("first"));
        List<DiscoverySelector> selectors =
                Arrays.stream(arguments).skip(2).map(SabotagedTests::selector).toList();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectors)
                                .build(),
                        tests);
        tests.line(RAN, Integer.toString(tests.ran.get()), "");
        System.exit(0);
    }

    private static DiscoverySelector selector(String name) {
        if (!name.contains("#")) {
            return DiscoverySelectors.selectClass(name);
        }
        String[] parts = name.split("#", 2);
        try {
            // By name only: a parameterised method need not be spelled with its parameters.
            return Arrays.stream(Class.forName(parts[0]).getDeclaredMethods())
                    .filter(method -> method.getName().equals(parts[1]))
                    .findFirst()
                    .map(method -> DiscoverySelectors.selectMethod(method.getDeclaringClass(), method))
                    .orElseThrow(() -> new IllegalArgumentException("no such method: " + name));
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException(name, e);
        }
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (test.isTest()) {
            ran.incrementAndGet();
        }
        if (result.getStatus() == TestExecutionResult.Status.FAILED) {
            String message = result.getThrowable().map(Throwable::toString).orElse("");
            line(FAILED, name(test), message);
            if (endAtFirst) {
                System.exit(1);
            }
        }
    }

    private static String name(TestIdentifier test) {
        return test.getSource()
                .map(source -> switch (source) {
                    case MethodSource method -> simple(method.getClassName()) + "#" + method.getMethodName();
                    case ClassSource type -> simple(type.getClassName());
                    default -> test.getDisplayName();
                })
                .orElse(test.getDisplayName());
    }

    private static String simple(String className) {
        return className.substring(className.lastIndexOf('.') + 1);
    }

    private void line(String what, String name, String detail) {
        String flat = detail.replaceAll("\\s+", " ").replace('|', '/');
        String line = what + "\t" + name + "\t" + flat.substring(0, Math.min(flat.length(), 400)) + "\n";
        try {
            Files.writeString(report, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
