package io.abonent.account.supplier;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The two suppliers of the demonstration, through the command that operators use; what is there already is left alone. */
@Component
@ConditionalOnProperty("abonent.demo.suppliers")
class DemoSuppliers implements ApplicationRunner {

    private static final TypeReference<Map<UUID, SupplierProfile>> PROFILES = new TypeReference<>() {};

    private final Suppliers suppliers;
    private final KeepingSuppliers keeping;
    private final JsonMapper json;

    DemoSuppliers(Suppliers suppliers, KeepingSuppliers keeping, JsonMapper json) {
        this.suppliers = suppliers;
        this.keeping = keeping;
        this.json = json;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        try (InputStream file = new ClassPathResource("demo/suppliers.json").getInputStream()) {
            json.readValue(file, PROFILES).forEach((supplierId, profile) -> {
                if (suppliers.find(supplierId).isEmpty()) {
                    keeping.keep(supplierId, profile);
                }
            });
        }
    }
}
