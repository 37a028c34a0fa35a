package io.abonent.identity.registration;

import io.abonent.identity.login.LoginType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface Registrations extends JpaRepository<Registration, UUID> {

    @Query("select r from Registration r where r.loginType = :type and r.login = :login and r.status = 'PENDING'")
    Optional<Registration> pending(LoginType type, String login);
}
