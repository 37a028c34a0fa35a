package io.abonent.simulators;

import java.util.Arrays;
import java.util.Optional;

/** One company outside the house. */
public enum Partner {
    BACK_OFFICE("back-office", "Биллинг поставщика"),
    PAYMENT_PROVIDER("payment-provider", "Платёжный провайдер"),
    FISCAL("fiscal", "Онлайн-касса"),
    SMS("sms", "SMS-центр"),
    MAIL("mail", "Почта");

    private final String code;
    private final String title;

    Partner(String code, String title) {
        this.code = code;
        this.title = title;
    }

    public static Optional<Partner> of(String code) {
        return Arrays.stream(values())
                .filter(partner -> partner.code.equalsIgnoreCase(code))
                .findFirst();
    }

    public String code() {
        return code;
    }

    public String title() {
        return title;
    }
}
