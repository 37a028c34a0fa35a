package io.abonent.notification.delivery;

import io.abonent.notification.channel.Channel;
import io.abonent.notification.message.MessageKind;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.repository.Repository;

interface Deliveries extends Repository<Delivery, UUID> {

    Delivery save(Delivery delivery);

    Optional<Delivery> findById(UUID deliveryId);

    /** Locked, because the receipt and the answer to its message may arrive in the same moment. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<Delivery> findByProviderMessageId(String providerMessageId);

    List<Delivery> findByUserIdAndStateOrderByDeliveryId(UUID userId, DeliveryState state, Limit limit);

    int countByUserIdAndChannelAndSentAtAfter(UUID userId, Channel channel, Instant since);

    List<Delivery> findBySubjectAndKindAndStateIn(UUID subject, MessageKind kind, Collection<DeliveryState> states);

    List<Delivery> findByUserIdAndStateInOrderByDeliveryIdDesc(
            UUID userId, Collection<DeliveryState> states, Limit limit);

    List<Delivery> findByUserIdAndStateInAndDeliveryIdLessThanOrderByDeliveryIdDesc(
            UUID userId, Collection<DeliveryState> states, UUID before, Limit limit);
}
