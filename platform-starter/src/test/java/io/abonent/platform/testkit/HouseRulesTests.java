package io.abonent.platform.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A rule nobody tested is a wish: each one is broken on purpose. */
class HouseRulesTests {

    private static final String BASE = "io.abonent.platform.house";
    private static final JavaClasses ALL = new ClassFileImporter().importPackages(BASE);

    private static final Map<HouseRule, List<String>> CAUGHT = Map.ofEntries(
            Map.entry(HouseRule.FLAT_FEATURES, List.of("TooDeep", "package-info")),
            Map.entry(HouseRule.CONTROLLERS_HIDDEN, List.of("VisibleController")),
            Map.entry(HouseRule.REPOSITORIES_HIDDEN, List.of("VisibleRows")),
            Map.entry(HouseRule.NO_FIELD_INJECTION, List.of("InjectedField")),
            Map.entry(
                    HouseRule.TIME_IS_INJECTED,
                    List.of(
                            "ReadsInstantNow",
                            "ReadsLocalDateTimeNow",
                            "ReadsMethodReference",
                            "MakesDateByReference",
                            "ReadsMillis",
                            "MakesSystemClock",
                            "MakesDate")),
            Map.entry(
                    HouseRule.NAMES_SAY_SOMETHING,
                    List.of("LinkImpl", "LinkUtils", "LinkHelper", "LinkManager", "DefaultLink")),
            Map.entry(HouseRule.EVENTS_MADE_IN_ONE_PLACE, List.of("MakesEvent")),
            Map.entry(HouseRule.EVENTS_STAY_OUTSIDE, List.of("EventController")),
            Map.entry(HouseRule.REFUSALS_ARE_VALUES, List.of("ThrowsFromBelow", "RefusesByReference")),
            Map.entry(HouseRule.ENTITIES_STAY_INSIDE, List.of("LeakingController", "TakingController")),
            Map.entry(HouseRule.JACKSON_3_ONLY, List.of("ReadsWithJackson2")),
            Map.entry(HouseRule.LOGS_BY_SLF4J, List.of("Prints")),
            Map.entry(HouseRule.NO_STATIC_STATE, List.of("Remembers")));

    @ParameterizedTest
    @EnumSource
    void catchesItsCounterExamples(HouseRule rule) {
        String report = evaluate(rule).getFailureReport().toString();
        assertThat(CAUGHT.get(rule))
                .isNotNull()
                .allSatisfy(name ->
                        assertThat(report).as("%s must catch %s", rule, name).contains(name));
    }

    @ParameterizedTest
    @EnumSource
    void catchesNothingElse(HouseRule rule) {
        List<String> details = evaluate(rule).getFailureReport().getDetails();
        assertThat(details)
                .allSatisfy(detail -> assertThat(CAUGHT.getOrDefault(rule, List.of()))
                        .as(detail)
                        .anySatisfy(name -> assertThat(detail).contains(name)));
    }

    @Test
    void everyRuleHasACounterExample() {
        assertThat(CAUGHT.keySet()).isEqualTo(Set.copyOf(EnumSet.allOf(HouseRule.class)));
    }

    @Test
    void wantsAReasonForAnException() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HouseRules.of(HouseRulesTests.class).except(HouseRule.FLAT_FEATURES, " "));
    }

    private static EvaluationResult evaluate(HouseRule rule) {
        return rule.in(BASE).evaluate(ALL);
    }
}
