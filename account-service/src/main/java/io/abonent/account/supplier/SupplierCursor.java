package io.abonent.account.supplier;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** Where the next page begins: behind this supplier. */
record SupplierCursor(String name, UUID supplierId) {

    static SupplierCursor behind(Supplier supplier) {
        return new SupplierCursor(supplier.profile().name(), supplier.id());
    }

    /** Empty for anything that is not a cursor of ours. */
    static Optional<SupplierCursor> parse(String text) {
        try {
            String decoded = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            int end = decoded.indexOf('|');
            return end < 0 || decoded.indexOf(0) >= 0
                    ? Optional.empty()
                    : Optional.of(
                            new SupplierCursor(decoded.substring(end + 1), UUID.fromString(decoded.substring(0, end))));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((supplierId + "|" + name).getBytes(StandardCharsets.UTF_8));
    }
}
