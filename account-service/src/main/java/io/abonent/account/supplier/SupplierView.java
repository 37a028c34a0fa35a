package io.abonent.account.supplier;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a person sees when choosing a supplier. */
record SupplierView(
        UUID supplierId,
        String name,
        String region,
        String accountNumberHint,
        String accountNumberExample,
        List<AccessMethod> accessMethods) {

    static SupplierView of(Supplier supplier, Locale locale) {
        SupplierProfile profile = supplier.profile();
        return new SupplierView(
                supplier.id(),
                profile.name(),
                profile.region(),
                profile.accountNumbers().hint().in(locale),
                profile.accountNumbers().example(),
                profile.accessMethods().stream().map(AccessMethodRule::method).toList());
    }

    /** @param next cursor of the next page, absent on the last one */
    record SupplierPage(List<SupplierView> items, @Nullable String next) {}
}
