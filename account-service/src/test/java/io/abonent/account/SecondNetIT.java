package io.abonent.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.abonent.account.attempt.Attempt;
import io.abonent.account.attempt.AttemptBudgets;
import io.abonent.account.attempt.AttemptKind;
import io.abonent.account.attempt.AttemptLimit;
import io.abonent.platform.event.Ids;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.support.TransactionTemplate;

/** What holds when the code in front of it does not: seen only if one goes round that code. */
class SecondNetIT extends RunningService {

    @Autowired
    private AttemptBudgets budgets;

    @Autowired
    private TransactionTemplate transactions;

    @Test
    @DisplayName("F-58: the database itself takes no second open link of one user to one account")
    void aSecondOpenLinkIsRefusedByTheDatabase() {
        UUID user = signedUser();
        String number = freshNumber();
        open(number);
        UUID linkId = linked(user, number);

        assertThatThrownBy(() -> again(linkId, "ACTIVE")).isInstanceOf(DuplicateKeyException.class);
        assertThat(again(linkId, "UNLINKED")).as("an ended one is history").isEqualTo(1);
    }

    @Test
    @DisplayName("F-66, F-71: an attempt stays counted though the transaction around it is rolled back")
    void anAttemptStaysCountedWhateverBecomesOfTheRequest() {
        UUID link = Ids.next();
        AttemptLimit limit = new AttemptLimit(5, Duration.ofHours(1));

        transactions.executeWithoutResult(status -> {
            budgets.take(AttemptKind.ACCESS_OF_LINK, link, limit);
            status.setRollbackOnly();
        });

        assertThat(budgets.look(AttemptKind.ACCESS_OF_LINK, link, limit)).isEqualTo(new Attempt.Allowed(4));
    }

    private int again(UUID linkId, String status) {
        return jdbc.sql("""
                        insert into account_link
                        select (jsonb_populate_record(l, jsonb_build_object('link_id', :other::text, 'status', :status::text))).*
                        from account_link l where link_id = :id""")
                .param("other", Ids.next().toString())
                .param("status", status)
                .param("id", linkId)
                .update();
    }
}
