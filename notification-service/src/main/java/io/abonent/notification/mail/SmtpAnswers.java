package io.abonent.notification.mail;

import io.abonent.notification.channel.SendOutcome;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.util.MailConnectException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;

/** What a failed SMTP conversation means: 4xx and broken lines pass, 5xx does not (F-47). */
final class SmtpAnswers {

    private SmtpAnswers() {}

    static SendOutcome outcome(MailException failure) {
        if (failure instanceof MailSendException sending && sending.getMessageExceptions().length > 0) {
            return outcome(sending.getMessageExceptions()[0]);
        }
        return outcome(failure.getCause() instanceof Exception cause ? cause : failure);
    }

    private static SendOutcome outcome(Exception failure) {
        for (Exception next = failure; next != null; next = following(next)) {
            switch (next) {
                case SMTPAddressFailedException address -> {
                    return answer(address.getReturnCode(), true);
                }
                case SMTPSenderFailedException sender -> {
                    return answer(sender.getReturnCode(), false);
                }
                case SMTPSendFailedException sending
                when sending.getReturnCode() > 0 -> {
                    return answer(sending.getReturnCode(), false);
                }
                case MailConnectException _ -> {
                    return new SendOutcome.Unavailable("NOT_REACHABLE", false);
                }
                case AuthenticationFailedException _ -> {
                    return new SendOutcome.Unavailable("AUTHENTICATION", false);
                }
                default -> {
                    // The reason may be the next one in the chain.
                }
            }
        }
        // The line broke; nobody knows whether before or after the letter was taken (F-46).
        return new SendOutcome.Unavailable("CONNECTION", true);
    }

    private static SendOutcome answer(int code, boolean addressee) {
        String reason = "SMTP_" + code;
        return code >= 500 && code < 600
                ? new SendOutcome.Refused(reason, addressee)
                : new SendOutcome.Unavailable(reason, false);
    }

    private static @Nullable Exception following(Exception failure) {
        // A refused recipient is named by the exception after the summary.
        return failure instanceof MessagingException messaging ? messaging.getNextException() : null;
    }
}
