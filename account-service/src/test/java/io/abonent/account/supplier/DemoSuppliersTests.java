package io.abonent.account.supplier;

import static org.assertj.core.api.Assertions.assertThat;

import io.abonent.account.supplier.AccountNumberRule.Result;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

class DemoSuppliersTests {

    private final Map<UUID, SupplierProfile> demo = read();

    @Test
    void whatShipsPassesTheChecksOfTheOperatorsCommand() {
        try (ValidatorFactory factory = Validation.buildDefaultValidatorFactory()) {
            Validator validator = factory.getValidator();

            assertThat(demo.values())
                    .hasSize(2)
                    .allSatisfy(
                            profile -> assertThat(validator.validate(profile)).isEmpty());
        }
    }

    @Test
    void gazTestKnowsTheNumberOfTheInstruction() {
        SupplierProfile profile = of(SupplierFixture.GAZ_TEST);

        assertThat(profile.accountNumbers().normalise("023-185952")).isEqualTo(new Result.Canonical("23185952"));
        assertThat(profile.accessMethod(AccessMethod.PIN)).isPresent();
        assertThat(profile.accessMethod(AccessMethod.METER_SERIAL)).isPresent();
        assertThat(profile.readings().windowMode()).isEqualTo(ReadingRules.WindowMode.ALWAYS);
    }

    @Test
    void teploTestKeepsZerosAndGivesNoPin() {
        SupplierProfile profile = of(SupplierFixture.TEPLO_TEST);

        assertThat(profile.accountNumbers().normalise("000123456")).isEqualTo(new Result.Canonical("000123456"));
        assertThat(profile.accessMethod(AccessMethod.PIN)).isEmpty();
        assertThat(profile.readings().windowMode()).isEqualTo(ReadingRules.WindowMode.HARD_WINDOW);
    }

    @Test
    void contradictionsAreFound() {
        PaymentRules upsideDown = new PaymentRules(true, "RUB", 200, 100, 15, "1831000000");
        ReadingRules empty = new ReadingRules(true, true, ReadingRules.WindowMode.HARD_WINDOW, 25, 15, 0, true, 1);

        assertThat(upsideDown.isRangeNotEmpty()).isFalse();
        assertThat(empty.isWindowNotEmpty()).isFalse();
        assertThat(new AccessMethodRule(AccessMethod.PIN, "([", false).isMaskValid())
                .isFalse();
    }

    private SupplierProfile of(UUID supplierId) {
        return Objects.requireNonNull(demo.get(supplierId));
    }

    private static Map<UUID, SupplierProfile> read() {
        try (InputStream file = new ClassPathResource("demo/suppliers.json").getInputStream()) {
            return JsonMapper.builder().build().readValue(file, new TypeReference<>() {});
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
