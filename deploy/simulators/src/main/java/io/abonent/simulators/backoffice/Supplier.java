package io.abonent.simulators.backoffice;

import java.util.Arrays;
import java.util.Optional;

/** The companies whose back office this is. */
enum Supplier {
    GAS_TEST("gaz-test", 1),
    HEAT_TEST("teplo-test", 2);

    private final String code;
    private final int tag;

    Supplier(String code, int tag) {
        this.code = code;
        this.tag = tag;
    }

    /** Stands for the supplier inside account references: never reused. */
    int tag() {
        return tag;
    }

    String code() {
        return code;
    }

    static Optional<Supplier> of(String code) {
        return Arrays.stream(values())
                .filter(supplier -> supplier.code.equals(code))
                .findFirst();
    }
}
