package io.abonent.platform.testkit;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;
import io.abonent.contracts.Event;
import io.abonent.platform.problem.ProblemException;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The rules of the house, one by one; {@link HouseRules} runs them. Counter-examples live beside the starter's tests. */
public enum HouseRule {
    FLAT_FEATURES(base -> classes()
            .should()
            .resideInAnyPackage(base, base + ".*")
            .because("package-private does not reach sub-packages: a feature is one folder")),

    CONTROLLERS_HIDDEN(base -> classes()
            .that(controllers())
            .should()
            .notBePublic()
            .because("nobody calls a controller but the dispatcher")),

    REPOSITORIES_HIDDEN(base -> classes()
            .that(assignableTo("org.springframework.data.repository.Repository"))
            .should()
            .notBePublic()
            .because("other features ask the feature, not its tables")),

    NO_FIELD_INJECTION(base ->
            GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION.because("a constructor shows what a class needs")),

    TIME_IS_INJECTED(
            base -> noClasses().should().accessTargetWhere(systemTime()).because("tests set the time by a Clock bean")),

    NAMES_SAY_SOMETHING(base -> classes()
            .that(describe("are top level", type -> !type.getEnclosingClass().isPresent()))
            .should()
            .haveSimpleNameNotEndingWith("Impl")
            .andShould()
            .haveSimpleNameNotEndingWith("Util")
            .andShould()
            .haveSimpleNameNotEndingWith("Utils")
            .andShould()
            .haveSimpleNameNotEndingWith("Helper")
            .andShould()
            .haveSimpleNameNotEndingWith("Manager")
            .andShould(notMatch("(Default|Abstract|Base)[A-Z].*"))
            .because("these words say nothing")),

    EVENTS_MADE_IN_ONE_PLACE(base -> classes()
            .should(onlyConstruct(Event.class, ".*Events"))
            .because("a change of the wire touches one *Events class per feature")),

    EVENTS_STAY_OUTSIDE(base -> noClasses()
            .that(controllers().or(entities()).or(assignableTo("org.springframework.data.repository.Repository")))
            .should()
            .dependOnClassesThat(assignableTo(Event.class))
            .because("the contract of the wire must not become the model or the API")),

    REFUSALS_ARE_VALUES(base -> classes()
            .should(onlyConstruct(ProblemException.class, ".*(Controller|Problems|Advice|Filter|Interceptor)"))
            .because("below controllers a refusal is a value which the compiler makes callers handle")),

    ENTITIES_STAY_INSIDE(base -> methods()
            .that()
            .areDeclaredInClassesThat(controllers())
            .should(notMentionEntities())
            .allowEmptyShould(true)
            .because("the API must not change with a table")),

    JACKSON_3_ONLY(base -> noClasses()
            .should()
            .dependOnClassesThat(resideInAnyPackage("com.fasterxml.jackson.databind..", "com.fasterxml.jackson.core.."))
            .because("one JSON library: tools.jackson (the annotations are shared)")),

    LOGS_BY_SLF4J(base -> noClasses()
            .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
            .orShould(GeneralCodingRules.USE_JAVA_UTIL_LOGGING)
            .because("a line without trace and level is lost")),

    NO_STATIC_STATE(base -> fields().that()
            .areStatic()
            .should()
            .beFinal()
            .allowEmptyShould(true)
            .because("two tests, or two requests, would meet in it"));

    // A pure function; ArchRule itself only lacks the annotation.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Function<String, ArchRule> rule;

    HouseRule(Function<String, ArchRule> rule) {
        this.rule = rule;
    }

    /** @param base the service's root package */
    ArchRule in(String base) {
        return rule.apply(base).allowEmptyShould(true).as(name());
    }

    private static DescribedPredicate<JavaClass> controllers() {
        return describe("controllers", type -> type.isMetaAnnotatedWith("org.springframework.stereotype.Controller"));
    }

    private static DescribedPredicate<JavaClass> entities() {
        return describe("entities", HouseRule::entity);
    }

    private static boolean entity(JavaClass type) {
        return type.isAnnotatedWith("jakarta.persistence.Entity");
    }

    private static DescribedPredicate<JavaAccess<?>> systemTime() {
        return describe("read the system's time", access -> {
            String owner = access.getTargetOwner().getName();
            String name = access.getTarget().getName();
            boolean noArguments = access.getTarget() instanceof CodeUnitAccessTarget target
                    && target.getRawParameterTypes().isEmpty();
            return (owner.startsWith("java.time.") && name.equals("now") && noArguments)
                    || (owner.equals("java.util.Date") && name.equals("<init>") && noArguments)
                    || (owner.equals("java.time.Clock") && name.startsWith("system"))
                    || (owner.equals("java.lang.System") && name.equals("currentTimeMillis"));
        });
    }

    private static ArchCondition<JavaClass> notMatch(String regex) {
        Pattern pattern = Pattern.compile(regex);
        return new ArchCondition<>("not have a name like " + regex) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean bad = pattern.matcher(type.getSimpleName()).matches();
                events.add(new SimpleConditionEvent(type, !bad, type.getName() + " is named like " + regex));
            }
        };
    }

    private static ArchCondition<JavaClass> onlyConstruct(Class<?> what, String names) {
        Pattern pattern = Pattern.compile(names);
        return new ArchCondition<>("make " + what.getSimpleName() + " only in " + names) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (pattern.matcher(outermost(type).getSimpleName()).matches()) {
                    return;
                }
                Stream.concat(
                                type.getConstructorCallsFromSelf().stream(),
                                type.getConstructorReferencesFromSelf().stream())
                        .filter(access -> access.getTargetOwner().isAssignableTo(what))
                        .forEach(access -> events.add(SimpleConditionEvent.violated(type, access.getDescription())));
            }
        };
    }

    private static ArchCondition<JavaMethod> notMentionEntities() {
        return new ArchCondition<>("not take or return entities") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean mentions =
                        method.getReturnType().getAllInvolvedRawTypes().stream().anyMatch(HouseRule::entity)
                                || method.getParameterTypes().stream()
                                        .flatMap(type -> type.getAllInvolvedRawTypes().stream())
                                        .anyMatch(HouseRule::entity);
                if (mentions && !method.getModifiers().contains(JavaModifier.PRIVATE)) {
                    events.add(SimpleConditionEvent.violated(method, method.getFullName() + " mentions an entity"));
                }
            }
        };
    }

    private static JavaClass outermost(JavaClass type) {
        JavaClass current = type;
        while (current.getEnclosingClass().isPresent()) {
            current = current.getEnclosingClass().get();
        }
        return current;
    }
}
