package io.abonent.notification.mail;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * @param senderName shown as the sender and at the head of each letter
 * @param senderAddress also tells the domain of the Message-IDs
 * @param supportAddress where tickets go whose supplier names no address of its own
 */
@Validated
@ConfigurationProperties("abonent.mail")
public record MailProperties(
        @NotBlank String senderName,
        @NotBlank @Email String senderAddress,
        @NotBlank @Email String supportAddress) {

    String messageIdDomain() {
        return senderAddress.substring(senderAddress.indexOf('@') + 1);
    }
}
