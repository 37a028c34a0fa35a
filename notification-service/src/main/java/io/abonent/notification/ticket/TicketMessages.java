package io.abonent.notification.ticket;

import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

interface TicketMessages extends Repository<TicketMessage, UUID> {

    TicketMessage save(TicketMessage message);

    List<TicketMessage> findByTicketIdOrderByMessageId(UUID ticketId, Limit limit);

    int countByTicketId(UUID ticketId);
}
