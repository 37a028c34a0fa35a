package io.abonent.identity.contact;

import io.abonent.identity.login.Login;
import io.abonent.identity.login.LoginType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.CrudRepository;

interface Contacts extends CrudRepository<Contact, UUID> {

    Optional<Contact> findByTypeAndValue(LoginType type, String value);

    List<Contact> findByUserIdOrderByConfirmedAt(UUID userId);

    default Optional<Contact> of(Login login) {
        return findByTypeAndValue(login.type(), login.value());
    }
}
