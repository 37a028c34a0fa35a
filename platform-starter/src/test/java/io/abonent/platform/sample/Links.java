package io.abonent.platform.sample;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

public interface Links extends JpaRepository<Link, UUID> {}
