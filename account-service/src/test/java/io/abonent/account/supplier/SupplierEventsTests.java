package io.abonent.account.supplier;

import static org.assertj.core.api.Assertions.assertThat;

import io.abonent.contracts.account.SupplierProfileChanged;
import io.abonent.platform.testkit.TestEvents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SupplierEventsTests {

    @Test
    void profileEqualsTheGoldenExample() {
        assertThat(SupplierEvents.profileChanged(SupplierFixture.GAZ_TEST, SupplierFixture.gazTest(), 1))
                .isEqualTo(TestEvents.example(SupplierProfileChanged.class));
    }

    @ParameterizedTest
    @EnumSource(SupplierStatus.class)
    void everyStatusHasItsNameOnTheWire(SupplierStatus status) {
        SupplierProfile profile = SupplierFixture.profile("Газ Тест", status, ExchangeType.ONLINE, true);

        assertThat(SupplierEvents.profileChanged(SupplierFixture.GAZ_TEST, profile, 2)
                        .status()
                        .name())
                .isEqualTo(status.name());
    }
}
