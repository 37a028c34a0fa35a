package io.abonent.notification.sms;

import io.abonent.notification.channel.SendOutcome;

/** Port: an SMS centre. Answers within its time limit and does not throw. */
public interface SmsSender {

    SendOutcome send(Sms sms);
}
