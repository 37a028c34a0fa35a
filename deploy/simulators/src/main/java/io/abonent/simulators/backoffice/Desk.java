package io.abonent.simulators.backoffice;

import org.springframework.stereotype.Component;

/** Finds the account an address means, or says that there is none. */
@Component
class Desk {

    private final Register register;
    private final AccountReferences references;

    Desk(Register register, AccountReferences references) {
        this.register = register;
        this.references = references;
    }

    Supplier supplier(String code) {
        return Supplier.of(code).orElseThrow(BackOfficeRefusal::notFound);
    }

    CustomerAccount byNumber(String supplier, String number) {
        return register.find(supplier(supplier), number).orElseThrow(BackOfficeRefusal::notFound);
    }

    CustomerAccount byReference(String supplierCode, String reference) {
        Supplier supplier = supplier(supplierCode);
        return references
                .keyOf(supplier, reference)
                .flatMap(key -> register.find(supplier, key))
                .orElseThrow(BackOfficeRefusal::notFound);
    }
}
