package io.abonent.platform.testkit;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.FailureReport;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.modulith.core.ApplicationModules;

/**
 * What every service keeps to: modules without cycles that touch each other's public types only, and {@link HouseRule}.
 *
 * <pre>{@code
 * @Test
 * void keepsTheRulesOfTheHouse() {
 *     HouseRules.check(AccountServiceApplication.class);
 * }
 * }</pre>
 */
public final class HouseRules {

    private final Class<?> application;
    private final Map<HouseRule, String> exceptions = new EnumMap<>(HouseRule.class);

    private HouseRules(Class<?> application) {
        this.application = application;
    }

    public static void check(Class<?> application) {
        of(application).check();
    }

    public static HouseRules of(Class<?> application) {
        return new HouseRules(application);
    }

    /** An exception is a decision: it has a reason, which reviewers can read. */
    public HouseRules except(HouseRule rule, String reason) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("Why is " + rule + " not kept?");
        }
        exceptions.put(rule, reason);
        return this;
    }

    public void check() {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(application.getPackageName());
        List<String> broken = broken(classes, application.getPackageName());
        if (!broken.isEmpty()) {
            throw new AssertionError(String.join("\n\n", broken));
        }
        ApplicationModules.of(application).verify();
    }

    private List<String> broken(JavaClasses classes, String base) {
        List<String> broken = new ArrayList<>();
        for (HouseRule rule : HouseRule.values()) {
            if (!exceptions.containsKey(rule)) {
                FailureReport report = rule.in(base).evaluate(classes).getFailureReport();
                if (!report.isEmpty()) {
                    broken.add(report.toString());
                }
            }
        }
        return broken;
    }
}
