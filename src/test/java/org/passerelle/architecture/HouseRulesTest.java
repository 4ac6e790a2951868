package org.passerelle.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.modulith.core.ApplicationModules;

class HouseRulesTest {

    @TestFactory
    Stream<DynamicTest> the_product_keeps() {
        return HouseRules.ALL.stream()
                .map(rule ->
                        DynamicTest.dynamicTest(
                                rule.getDescription(), () -> rule.check(House.classes())));
    }

    @ParameterizedTest
    @MethodSource
    void the_rule_bites(ArchRule rule, String offender) {
        var planted = new ClassFileImporter().importPackages("planted.walls");

        assertThat(rule.evaluate(planted).getFailureReport().getDetails())
                .as(rule.getDescription())
                .anyMatch(line -> line.contains(offender));
    }

    static Stream<Arguments> the_rule_bites() {
        return Stream.of(
                Arguments.of(HouseRules.DOMAIN_IS_PLAIN_JAVA, "AsksSpring"),
                Arguments.of(HouseRules.DOMAIN_IS_PLAIN_JAVA, "ReadsSql"),
                Arguments.of(HouseRules.DOMAIN_IS_PLAIN_JAVA, "KnowsTheStore"),
                Arguments.of(HouseRules.KERNEL_IS_PLAIN_JAVA, "KernelWithSpring"),
                Arguments.of(HouseRules.STORE_IS_PRIVATE, "PublicStore"),
                Arguments.of(HouseRules.TABLES_STAY_IN_THEIR_MODULE, "ReadsForeignTable"),
                Arguments.of(HouseRules.NOTHING_DEPENDS_ON_DELIVERY, "AsksAPage"),
                Arguments.of(HouseRules.TIME_COMES_FROM_THE_PRODUCT_CLOCK, "LooksAtTheWall"),
                Arguments.of(HouseRules.NAMES_SAY_SOMETHING, "PlantedManager"),
                Arguments.of(HouseRules.NAMES_SAY_SOMETHING, "AbstractPlant"),
                Arguments.of(HouseRules.EVERY_PACKAGE_IS_NULL_MARKED, "Unmarked"));
    }

    @Test
    void an_arrow_upward_and_a_reach_inside_are_refused() {
        var violations = ApplicationModules.of("planted.house", _ -> true).detectViolations();

        assertThat(violations.getMessages())
                .anyMatch(line -> line.contains("lower") && line.contains("upper"))
                .anyMatch(line -> line.contains("non-exposed") && line.contains("Hidden"));
    }
}
