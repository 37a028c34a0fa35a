package io.abonent.identity.user;

import java.util.UUID;
import org.springframework.data.repository.CrudRepository;

interface Users extends CrudRepository<User, UUID> {}
