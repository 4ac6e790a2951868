package org.passerelle.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.NullMarked;

/// What every class of the product must be like. Each rule says how to mend what it finds.
final class HouseRules {
    private static final List<String> DELIVERY =
            List.of("portal", "backoffice", "api", "console", "cli", "demo");
    private static final List<String> NAMES_THAT_SAY_NOTHING =
            List.of("Service", "Manager", "Helper", "Util", "Utils", "Impl", "Dto");
    private static final Set<String> CLOCK_READERS =
            Set.of("now", "systemUTC", "systemDefaultZone", "system", "currentTimeMillis");

    private HouseRules() {}

    static final ArchRule DOMAIN_IS_PLAIN_JAVA =
            classes()
                    .that()
                    .resideInAPackage("..domain..")
                    .and()
                    .doNotHaveSimpleName("package-info")
                    .should()
                    .onlyDependOnClassesThat(
                            plainJava().or(ours().and(not(resideInAnyPackage("..store..")))))
                    .because(
                            "a rule must be readable and testable without Spring, SQL or a server;"
                                    + " the face loads the facts and hands them in");

    static final ArchRule KERNEL_IS_PLAIN_JAVA =
            classes()
                    .that()
                    .resideInAPackage("..kernel..")
                    .and()
                    .doNotHaveSimpleName("package-info")
                    .should()
                    .onlyDependOnClassesThat(plainJava().or(resideInAnyPackage("..kernel..")))
                    .because("every module speaks these values, so they may know nobody");

    static final ArchRule STORE_IS_PRIVATE =
            classes()
                    .that()
                    .resideInAPackage("..store")
                    .and()
                    .areTopLevelClasses()
                    .should()
                    .notBePublic()
                    .because("only its module's ports lead to a store")
                    .allowEmptyShould(true);

    static final ArchRule TABLES_STAY_IN_THEIR_MODULE =
            classes()
                    .should(
                            new ArchCondition<JavaClass>(
                                    "use the tables of their own module only") {
                                @Override
                                public void check(JavaClass user, ConditionEvents events) {
                                    user.getDirectDependenciesFromSelf().stream()
                                            .filter(use -> isTable(use.getTargetClass()))
                                            .filter(use ->
                                                    !moduleOf(use.getTargetClass())
                                                            .equals(moduleOf(user)))
                                            .forEach(use ->
                                                    events.add(
                                                            SimpleConditionEvent.violated(
                                                                    use, use.getDescription())));
                                }
                            })
                    .because("a module owns its schema; ask its face");

    static final ArchRule NOTHING_DEPENDS_ON_DELIVERY =
            classes()
                    .should(
                            new ArchCondition<JavaClass>("not use a delivery module from outside") {
                                @Override
                                public void check(JavaClass user, ConditionEvents events) {
                                    // The program itself chooses: server or command line.
                                    user.getDirectDependenciesFromSelf().stream()
                                            .filter(_ -> !moduleOf(user).isEmpty())
                                            .filter(use -> isDelivery(use.getTargetClass()))
                                            .filter(use ->
                                                    !moduleOf(use.getTargetClass())
                                                            .equals(moduleOf(user)))
                                            .forEach(use ->
                                                    events.add(
                                                            SimpleConditionEvent.violated(
                                                                    use, use.getDescription())));
                                }
                            })
                    .because("pages and machines stand on top: " + DELIVERY);

    static final ArchRule TIME_COMES_FROM_THE_PRODUCT_CLOCK =
            noClasses()
                    .that()
                    .doNotHaveFullyQualifiedName("org.passerelle.agenda.ProductClock")
                    .should()
                    .callMethodWhere(readsTheMachinesClock())
                    .because("a demo or a test moves the time; take a java.time.Clock instead");

    static final ArchRule NAMES_SAY_SOMETHING =
            classes()
                    .should(
                            new ArchCondition<JavaClass>("not be named after their role in code") {
                                @Override
                                public void check(JavaClass type, ConditionEvents events) {
                                    var name = type.getSimpleName();
                                    if (NAMES_THAT_SAY_NOTHING.stream().anyMatch(name::endsWith)
                                            || name.matches("(Abstract|Base)[A-Z].*")) {
                                        events.add(
                                                SimpleConditionEvent.violated(
                                                        type,
                                                        type.getName()
                                                                + " says nothing: name it"
                                                                + " after what it is in the"
                                                                + " business"));
                                    }
                                }
                            })
                    .because("one word, one meaning, from the users' own language");

    static final ArchRule EVERY_PACKAGE_IS_NULL_MARKED =
            classes()
                    .that()
                    .resideOutsideOfPackage("..store.generated..")
                    .should(
                            new ArchCondition<JavaClass>("live in a @NullMarked package") {
                                @Override
                                public void check(JavaClass type, ConditionEvents events) {
                                    if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                                        events.add(
                                                SimpleConditionEvent.violated(
                                                        type,
                                                        type.getPackageName()
                                                                + " needs a package-info.java with"
                                                                + " @NullMarked ("
                                                                + type.getSimpleName()
                                                                + ")"));
                                    }
                                }
                            })
                    .because("null is checked by the compiler everywhere or nowhere");

    static final List<ArchRule> ALL =
            List.of(
                    DOMAIN_IS_PLAIN_JAVA,
                    KERNEL_IS_PLAIN_JAVA,
                    STORE_IS_PRIVATE,
                    TABLES_STAY_IN_THEIR_MODULE,
                    NOTHING_DEPENDS_ON_DELIVERY,
                    TIME_COMES_FROM_THE_PRODUCT_CLOCK,
                    NAMES_SAY_SOMETHING,
                    EVERY_PACKAGE_IS_NULL_MARKED);

    private static DescribedPredicate<JavaClass> plainJava() {
        return resideInAnyPackage("java..", "org.joda.money..", "org.jspecify.annotations..")
                .and(not(resideInAnyPackage("java.sql..")))
                .or(DescribedPredicate.describe("primitive", JavaClass::isPrimitive))
                .or(
                        DescribedPredicate.describe(
                                "array of those",
                                type ->
                                        type.isArray()
                                                && type.getBaseComponentType().isPrimitive()));
    }

    private static DescribedPredicate<JavaClass> ours() {
        return resideInAnyPackage("org.passerelle..", "planted..");
    }

    private static DescribedPredicate<JavaMethodCall> readsTheMachinesClock() {
        return DescribedPredicate.describe(
                "the machine's clock is read",
                call -> {
                    AccessTarget.MethodCallTarget target = call.getTarget();
                    var owner = target.getOwner().getName();
                    var takesAClock =
                            target.getRawParameterTypes().stream()
                                    .anyMatch(type -> type.getName().equals("java.time.Clock"));
                    return CLOCK_READERS.contains(target.getName())
                            && (owner.startsWith("java.time.") || owner.equals("java.lang.System"))
                            && !takesAClock;
                });
    }

    private static boolean isTable(JavaClass type) {
        return type.getPackageName().contains(".store.generated");
    }

    private static boolean isDelivery(JavaClass type) {
        return DELIVERY.contains(moduleOf(type))
                && !type.getModifiers().contains(JavaModifier.SYNTHETIC);
    }

    /// The third word of a package: `org.passerelle.token.store` is of `token`.
    private static String moduleOf(JavaClass type) {
        var words = type.getPackageName().split("\\.");
        return words.length > 2 ? words[2] : "";
    }
}
