package io.abonent.account.link;

import static io.abonent.account.link.AccountLinkFixture.ACCOUNT;
import static io.abonent.account.link.AccountLinkFixture.UNLINKED_AT;
import static io.abonent.account.link.AccountLinkFixture.active;
import static io.abonent.account.link.AccountLinkFixture.extended;
import static io.abonent.account.link.AccountLinkFixture.flushed;
import static io.abonent.account.link.AccountLinkFixture.pending;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.abonent.contracts.account.AccountLinked;
import io.abonent.contracts.account.AccountUnlinked;
import io.abonent.contracts.account.ExtendedAccessGranted;
import io.abonent.platform.testkit.TestEvents;
import org.junit.jupiter.api.Test;

class AccountLinkEventsTests {

    @Test
    void linkedEqualsTheGoldenExample() {
        assertThat(AccountLinkEvents.linked(flushed(active(), 1), ACCOUNT))
                .isEqualTo(TestEvents.example(AccountLinked.class));
    }

    @Test
    void extendedEqualsTheGoldenExample() {
        assertThat(AccountLinkEvents.extendedAccessGranted(flushed(extended(), 2), ACCOUNT))
                .isEqualTo(TestEvents.example(ExtendedAccessGranted.class));
    }

    @Test
    void unlinkedEqualsTheGoldenExample() {
        AccountLink link = flushed(extended(), 3);
        link.unlink(UNLINKED_AT);

        assertThat(AccountLinkEvents.unlinked(link, UnlinkCause.CONSENT_WITHDRAWN))
                .isEqualTo(TestEvents.example(AccountUnlinked.class));
        assertThat(AccountLinkEvents.unlinked(link, UnlinkCause.USER).cause()).isEqualTo(AccountUnlinked.Cause.USER);
    }

    @Test
    void noEventLeavesBeforeTheVersionIsKnown() {
        AccountLink link = pending();
        link.activate(ACCOUNT.id(), false, AccountLinkFixture.LINKED_AT);

        assertThatIllegalStateException().isThrownBy(() -> AccountLinkEvents.linked(link, ACCOUNT));
    }
}
