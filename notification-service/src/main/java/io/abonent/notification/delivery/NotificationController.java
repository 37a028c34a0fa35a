package io.abonent.notification.delivery;

import io.abonent.notification.message.Language;
import io.abonent.notification.message.LetterWriter;
import io.abonent.notification.message.Message;
import io.abonent.platform.security.CurrentUser;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** What this person was told. */
@RestController
@RequestMapping("/api/v1/notifications")
class NotificationController {

    private static final Set<DeliveryState> SHOWN = EnumSet.complementOf(EnumSet.of(DeliveryState.SUPPRESSED));

    private final Deliveries deliveries;
    private final LetterWriter letters;
    private final Dispatch dispatch;
    private final JsonMapper json;

    NotificationController(Deliveries deliveries, LetterWriter letters, Dispatch dispatch, JsonMapper json) {
        this.deliveries = deliveries;
        this.letters = letters;
        this.dispatch = dispatch;
        this.json = json;
    }

    @GetMapping
    NotificationPage list(
            @RequestParam(required = false) @Nullable UUID cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,
            CurrentUser user,
            Locale locale) {
        Limit oneMore = Limit.of(limit + 1);
        List<Delivery> found = cursor == null
                ? deliveries.findByUserIdAndStateInOrderByDeliveryIdDesc(user.userId(), SHOWN, oneMore)
                : deliveries.findByUserIdAndStateInAndDeliveryIdLessThanOrderByDeliveryIdDesc(
                        user.userId(), SHOWN, cursor, oneMore);
        List<Delivery> page = found.subList(0, Math.min(limit, found.size()));
        Language language = Language.of(locale.toLanguageTag());
        return new NotificationPage(
                page.stream().map(delivery -> view(delivery, language)).toList(),
                found.size() > limit ? page.getLast().deliveryId() : null);
    }

    private NotificationView view(Delivery delivery, Language language) {
        Message message = json.readValue(delivery.content(), delivery.kind().type());
        return new NotificationView(
                delivery.deliveryId(),
                delivery.kind().name(),
                letters.write(message, dispatch.setting(message, language)).subject(),
                delivery.channel(),
                delivery.targetMasked(),
                delivery.state(),
                delivery.createdAt(),
                delivery.sentAt(),
                delivery.deliveredAt());
    }
}
