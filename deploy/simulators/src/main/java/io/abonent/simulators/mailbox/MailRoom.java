package io.abonent.simulators.mailbox;

import io.abonent.simulators.Timer;
import io.abonent.simulators.inbox.Inbox;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** Opens letters and puts them into the mailboxes of their recipients. */
@Component
class MailRoom {

    private final Inbox inbox;
    private final Timer timer;

    MailRoom(Inbox inbox, Timer timer) {
        this.inbox = inbox;
        this.timer = timer;
    }

    void deliver(String from, List<String> recipients, byte[] letter) {
        Letter opened = Letter.open(letter);
        for (String recipient : recipients) {
            inbox.deliverMail(
                    opened.from().isEmpty() ? from : opened.from(),
                    recipient,
                    opened.subject(),
                    opened.text(),
                    opened.html());
        }
    }

    void deliverLater(String from, List<String> recipients, byte[] letter, Duration delay) {
        timer.after(delay, () -> deliver(from, recipients, letter));
    }
}
