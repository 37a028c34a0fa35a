package io.abonent.account.link;

import io.abonent.account.supplier.AccessMethod;
import io.abonent.account.supplier.SupplierFixture;
import java.time.Instant;
import java.util.UUID;
import org.springframework.test.util.ReflectionTestUtils;

/** Links to test with; ids and times are those of the golden examples. */
final class AccountLinkFixture {

    static final UUID LINK = UUID.fromString("01a19b8e-727a-7b1b-9bdb-480c61d07530");
    static final UUID USER = UUID.fromString("01a19b89-83ee-704f-8996-da763b7a969b");
    static final Instant LINKED_AT = Instant.parse("2026-11-02T09:19:26.330Z");
    static final Instant GRANTED_AT = Instant.parse("2026-11-02T09:22:48.771Z");
    static final Instant UNLINKED_AT = Instant.parse("2026-11-20T18:02:11.240Z");
    static final SupplyAccount ACCOUNT = new SupplyAccount(
            UUID.fromString("01a19b8e-727b-76c5-8b96-9695e459b7be"),
            "gt-7f3a91c2",
            "г Тестовск, ул Ленина, д. 12, кв. 7");

    private AccountLinkFixture() {}

    static AccountLink pending() {
        return AccountLink.requested(
                LINK,
                new LinkRequest(USER, SupplierFixture.GAZ_TEST, "23185952", "023-185952", "023-185952", "Дом"),
                LINKED_AT.minusSeconds(60));
    }

    static AccountLink active() {
        AccountLink link = pending();
        link.activate(ACCOUNT.id(), false, LINKED_AT);
        return link;
    }

    static AccountLink extended() {
        AccountLink link = active();
        link.extend(AccessMethod.PIN, GRANTED_AT);
        return link;
    }

    /** As after a flush: JPA alone writes the version. */
    static AccountLink flushed(AccountLink link, long version) {
        ReflectionTestUtils.setField(link, "version", version);
        return link;
    }
}
