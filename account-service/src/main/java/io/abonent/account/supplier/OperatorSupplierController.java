package io.abonent.account.supplier;

import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class OperatorSupplierController {

    private final KeepingSuppliers keeping;

    OperatorSupplierController(KeepingSuppliers keeping) {
        this.keeping = keeping;
    }

    /** @param version of the profile, also the ETag */
    record KeptSupplier(UUID supplierId, long version, SupplierProfile profile) {}

    @PutMapping("/api/v1/operator/suppliers/{supplierId}")
    ResponseEntity<KeptSupplier> keep(@PathVariable UUID supplierId, @Valid @RequestBody SupplierProfile profile) {
        Supplier kept = keeping.keep(supplierId, profile);
        return ResponseEntity.ok()
                .eTag("\"" + kept.version() + "\"")
                .body(new KeptSupplier(kept.id(), kept.version(), kept.profile()));
    }
}
