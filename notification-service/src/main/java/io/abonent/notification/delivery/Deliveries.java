package io.abonent.notification.delivery;

import io.abonent.notification.message.MessageKind;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

interface Deliveries extends Repository<Delivery, UUID> {

    Delivery save(Delivery delivery);

    Optional<Delivery> findById(UUID deliveryId);

    Optional<Delivery> findByProviderMessageId(String providerMessageId);

    List<Delivery> findByUserIdAndStateOrderByDeliveryId(UUID userId, DeliveryState state, Limit limit);

    List<Delivery> findBySubjectAndKindAndStateIn(UUID subject, MessageKind kind, Collection<DeliveryState> states);

    List<Delivery> findByUserIdAndStateInOrderByDeliveryIdDesc(
            UUID userId, Collection<DeliveryState> states, Limit limit);

    List<Delivery> findByUserIdAndStateInAndDeliveryIdLessThanOrderByDeliveryIdDesc(
            UUID userId, Collection<DeliveryState> states, UUID before, Limit limit);
}
