package io.abonent.bench.container;

import java.util.Arrays;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code Journeys NAME…}: walks the journeys of {@code deploy/local} through a system that runs already, at
 * {@code -Dabonent.journey.address}. In a JVM of its own, because names of hosts are looked up in a file
 * ({@code -Djdk.net.hosts.file}): the broker tells its clients the name that it has among the containers, and the links in
 * letters begin with the name of this machine.
 */
final class Journeys {

    private static final Logger log = LoggerFactory.getLogger(Journeys.class);

    private Journeys() {}

    public static void main(String[] names) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(Arrays.stream(names)
                        .map(name -> DiscoverySelectors.selectClass("io.abonent.local.journey." + name))
                        .toList())
                .build();
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        LauncherFactory.create().execute(request, summary, new Teller());
        long succeeded = summary.getSummary().getTestsSucceededCount();
        long found = summary.getSummary().getTestsFoundCount();
        log.info("{} of {} steps", succeeded, found);
        System.exit(found > names.length && succeeded == found ? 0 : 1);
    }

    /** One line per step. */
    private static final class Teller implements TestExecutionListener {

        @Override
        public void executionFinished(TestIdentifier step, TestExecutionResult result) {
            result.getThrowable().ifPresentOrElse(thrown -> log.error("  ✗ {}", step.getDisplayName(), thrown), () -> {
                if (step.isTest()) {
                    log.info("  ✓ {}", step.getDisplayName());
                }
            });
        }
    }
}
