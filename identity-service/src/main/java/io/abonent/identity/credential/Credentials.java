package io.abonent.identity.credential;

import java.util.UUID;
import org.springframework.data.repository.CrudRepository;

public interface Credentials extends CrudRepository<Credential, UUID> {}
