package io.abonent.notification.mail;

import io.abonent.notification.channel.SendOutcome;

/** Port: somebody who carries letters. Answers within its time limit and does not throw. */
public interface LetterSender {

    SendOutcome send(OutgoingLetter letter);
}
