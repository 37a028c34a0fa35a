package io.abonent.gateway;

import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

final class ResettingServices implements BeforeEachCallback {

    @Override
    public void beforeEach(ExtensionContext context) {
        FakeServices.reset();
    }
}
