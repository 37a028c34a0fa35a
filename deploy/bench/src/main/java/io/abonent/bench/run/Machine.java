package io.abonent.bench.run;

import java.lang.management.ManagementFactory;
import java.util.Locale;

/** On what something was measured, and how busy it was then. */
public final class Machine {

    private Machine() {}

    public static String now() {
        return String.format(
                Locale.ROOT,
                "%d cores, JDK %s, load average %.1f at the end",
                Runtime.getRuntime().availableProcessors(),
                Runtime.version().feature(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }
}
