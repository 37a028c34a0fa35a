package io.abonent.notification.ticket;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Tickets extends Repository<Ticket, UUID> {

    Ticket save(Ticket ticket);

    /** Whose it is takes part in every question: a foreign ticket does not exist. */
    Optional<Ticket> findByTicketIdAndUserId(UUID ticketId, UUID userId);

    /** Of the customer's words and clicks at the same instant, one after the other. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select t from Ticket t where t.ticketId = :ticketId and t.userId = :userId")
    Optional<Ticket> lock(UUID ticketId, UUID userId);

    List<Ticket> findByUserIdOrderByTicketIdDesc(UUID userId, Limit limit);

    List<Ticket> findByUserIdAndTicketIdLessThanOrderByTicketIdDesc(UUID userId, UUID before, Limit limit);

    @Query(value = "select nextval('ticket_number')", nativeQuery = true)
    long nextNumber();
}
