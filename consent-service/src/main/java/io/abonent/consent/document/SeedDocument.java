package io.abonent.consent.document;

import io.abonent.contracts.consent.ConsentPurpose;
import java.util.UUID;

/** The documents an installation starts with; their later versions come from the operator. */
enum SeedDocument {
    PERSONAL_DATA("0198c000-0000-7000-8000-0000000000c1", ConsentPurpose.PERSONAL_DATA, true, "personal-data.v1"),
    ADVERTISING("0198c000-0000-7000-8000-0000000000c2", ConsentPurpose.ADVERTISING, false, "advertising.v1");

    private final UUID id;
    private final ConsentPurpose purpose;
    private final boolean required;
    private final String resource;

    SeedDocument(String id, ConsentPurpose purpose, boolean required, String resource) {
        this.id = UUID.fromString(id);
        this.purpose = purpose;
        this.required = required;
        this.resource = resource;
    }

    UUID id() {
        return id;
    }

    ConsentPurpose purpose() {
        return purpose;
    }

    boolean required() {
        return required;
    }

    String russian() {
        return resource + ".ru.txt";
    }

    String english() {
        return resource + ".en.txt";
    }
}
