package io.abonent.identity.credential;

import java.util.UUID;
import org.springframework.data.repository.CrudRepository;

interface Credentials extends CrudRepository<Credential, UUID> {}
