package io.abonent.account.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.abonent.account.RunningService;
import io.abonent.account.consent.ConsentGate;
import io.abonent.account.supplier.AccountLookup;
import io.abonent.account.supplier.Supplier;
import io.abonent.account.supplier.Suppliers;
import io.abonent.platform.event.Ids;
import io.abonent.platform.security.CurrentUser;
import io.abonent.platform.testkit.TestTokens;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@DisplayName("F-78: a consent withdrawn while its holder is linking an account")
class WithdrawalRaceIT extends RunningService {

    @Autowired
    private LinkingAccount linking;

    @Autowired
    private ConsentGate gate;

    @Autowired
    private Suppliers suppliers;

    @Autowired
    private TransactionTemplate transactions;

    private final UUID user = Ids.next();
    private final UUID consent = Ids.next();

    @Test
    void noLinkIsMadeOnAPassThatHasBeenTakenBack() {
        AskingSupplier.Answered answer = answered();
        events.publish(withdrawn(user, consent, 2));
        awaitStep(user, "SIGN_CONSENT");

        assertThat(linking.link(user, answer, null)).isEqualTo(new LinkRefused.ConsentMissing());
    }

    @Test
    void aLinkMadeBeforeIsEnded() {
        LinkingAccount.Outcome outcome = linking.link(user, answered(), null);
        assertThat(outcome).isInstanceOf(LinkingAccount.Linked.class);

        events.publish(withdrawn(user, consent, 2));
        awaitStep(user, "SIGN_CONSENT");

        assertThat(statuses()).isEqualTo("UNLINKED");
    }

    @Test
    @DisplayName("F-50: a waiting link and its next question are kept together or not at all")
    void waitingIsAllOrNothing() {
        AskingSupplier.Answered open = answered();
        AskingSupplier.Answered silent = new AskingSupplier.Answered(
                open.supplier(), open.accountNumber(), open.input(), new AccountLookup.Unavailable(), open.pass());

        UUID[] link = new UUID[1];
        transactions.executeWithoutResult(status -> {
            link[0] = ((LinkingAccount.Waiting) linking.link(user, silent, null))
                    .link()
                    .linkId();
            status.setRollbackOnly();
        });

        assertThat(statuses()).isEmpty();
        assertThat(jdbc.sql("select count(*) from scheduled_tasks where task_instance = :id")
                        .param("id", link[0].toString())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private AskingSupplier.Answered answered() {
        events.publish(signed(user, consent, 1, 1));
        awaitStep(user, "LINK_ACCOUNT");
        CurrentUser current =
                new CurrentUser(user, "local-demo", Set.of("cabinet"), null, null, TestTokens.forUser(user));
        ConsentGate.Pass pass = gate.pass(current);
        assertThat(pass.open()).isTrue();
        Supplier supplier = suppliers.find(GAZ_TEST).orElseThrow();
        String number = freshNumber();
        return new AskingSupplier.Answered(
                supplier, number, number, new AccountLookup.Found("ref-" + number, "г Тестовск", true, "RUB"), pass);
    }

    private String statuses() {
        return String.join(
                ",",
                jdbc.sql("select status from account_link where user_id = :user")
                        .param("user", user)
                        .query(String.class)
                        .list());
    }
}
