package io.abonent.notification.sms;

/** Told what became of a message that the SMS centre had accepted. */
public interface SmsReceiptListener {

    /** @param reason the centre's final state, e.g. {@code DELIVRD} */
    void received(String providerMessageId, boolean delivered, String reason);
}
