package io.abonent.identity.reset;

import java.util.UUID;
import org.springframework.data.repository.CrudRepository;

interface PasswordResets extends CrudRepository<PasswordReset, UUID> {}
