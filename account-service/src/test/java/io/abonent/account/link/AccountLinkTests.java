package io.abonent.account.link;

import static io.abonent.account.link.AccountLinkFixture.ACCOUNT;
import static io.abonent.account.link.AccountLinkFixture.GRANTED_AT;
import static io.abonent.account.link.AccountLinkFixture.LINKED_AT;
import static io.abonent.account.link.AccountLinkFixture.UNLINKED_AT;
import static io.abonent.account.link.AccountLinkFixture.active;
import static io.abonent.account.link.AccountLinkFixture.extended;
import static io.abonent.account.link.AccountLinkFixture.pending;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.abonent.account.supplier.AccessMethod;
import org.junit.jupiter.api.Test;

class AccountLinkTests {

    @Test
    void waitsForTheSupplierInBasic() {
        AccountLink link = pending();

        assertThat(link.status()).isEqualTo(LinkStatus.PENDING_SUPPLIER);
        assertThat(link.accessLevel()).isEqualTo(AccessLevel.BASIC);
        assertThat(link.supplyAccountId()).isNull();
        assertThat(link.linkedAt()).isNull();
    }

    @Test
    void becomesActiveWhenTheSupplierConfirms() {
        AccountLink link = active();

        assertThat(link.status()).isEqualTo(LinkStatus.ACTIVE);
        assertThat(link.supplyAccountId()).isEqualTo(ACCOUNT.id());
        assertThat(link.linkedAt()).isEqualTo(LINKED_AT);
        assertThat(link.accessLevel()).isEqualTo(AccessLevel.BASIC);
    }

    @Test
    void startsExtendedWhereTheSupplierAsksForNoProof() {
        AccountLink link = pending();
        link.activate(ACCOUNT.id(), true, LINKED_AT);

        assertThat(link.accessLevel()).isEqualTo(AccessLevel.EXTENDED);
    }

    @Test
    void extendsOnceAndRemembersHow() {
        AccountLink link = active();

        assertThat(link.extend(AccessMethod.PIN, GRANTED_AT)).isTrue();
        assertThat(link.extend(AccessMethod.METER_SERIAL, UNLINKED_AT)).isFalse();
        assertThat(link.accessMethod()).isEqualTo(AccessMethod.PIN);
        assertThat(link.accessGrantedAt()).isEqualTo(GRANTED_AT);
    }

    @Test
    void othersHearOfTheEndOfWhatTheyHeardTheBeginningOf() {
        assertThat(active().unlink(UNLINKED_AT)).isTrue();
        assertThat(extended().unlink(UNLINKED_AT)).isTrue();
        assertThat(pending().unlink(UNLINKED_AT)).isFalse();
    }

    @Test
    void doesNothingOutOfTurn() {
        AccountLink active = active();
        assertThatIllegalStateException().isThrownBy(() -> active.activate(ACCOUNT.id(), false, LINKED_AT));
        assertThatIllegalStateException().isThrownBy(() -> active.reject(LINKED_AT));
        assertThatIllegalStateException().isThrownBy(() -> active.timeOut(LINKED_AT));

        AccountLink ended = active();
        ended.unlink(UNLINKED_AT);
        assertThatIllegalStateException().isThrownBy(() -> ended.extend(AccessMethod.PIN, GRANTED_AT));

        AccountLink rejected = pending();
        rejected.reject(LINKED_AT);
        assertThatIllegalStateException().isThrownBy(() -> rejected.activate(ACCOUNT.id(), false, LINKED_AT));
    }

    @Test
    void showsFourDigitsOfTheNumberAtMost() {
        assertThat(active().accountNumberMasked()).isEqualTo("****5952");
    }

    @Test
    void showsTheAddressInFullOnlyInExtended() {
        assertThat(AccountLinkView.of(active(), "Газ Тест", ACCOUNT).address()).isEqualTo("г Т***, ул Л***, д. 1**");
        assertThat(AccountLinkView.of(extended(), "Газ Тест", ACCOUNT).address())
                .isEqualTo(ACCOUNT.address());
        assertThat(AccountLinkView.of(pending(), "Газ Тест", null).address()).isNull();
    }

    @Test
    void aliasKeepsNoInvisibleCharacters() {
        assertThat(Aliases.clean(" Да\u202eча\n ")).isEqualTo("Да ча");
        assertThat(Aliases.clean("\u200b")).isNull();
        assertThat(Aliases.clean(null)).isNull();
    }
}
