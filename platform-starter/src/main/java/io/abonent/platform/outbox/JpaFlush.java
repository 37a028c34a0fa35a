package io.abonent.platform.outbox;

import jakarta.persistence.EntityManagerFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.support.DataAccessUtils;
import org.springframework.dao.support.PersistenceExceptionTranslator;
import org.springframework.orm.jpa.EntityManagerFactoryInfo;
import org.springframework.orm.jpa.EntityManagerHolder;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Flushes the transaction's entities, and fails as the commit would have: with Spring's exceptions. */
final class JpaFlush implements Runnable {

    private final EntityManagerFactory entities;
    private final @Nullable PersistenceExceptionTranslator translator;

    JpaFlush(EntityManagerFactory entities) {
        this.entities = entities;
        this.translator = entities instanceof EntityManagerFactoryInfo info ? info.getJpaDialect() : null;
    }

    @Override
    public void run() {
        if (TransactionSynchronizationManager.getResource(entities) instanceof EntityManagerHolder holder) {
            try {
                holder.getEntityManager().flush();
            } catch (RuntimeException e) {
                // Callers retry OptimisticLockingFailureException; JPA's own would pass them by.
                throw translator == null ? e : DataAccessUtils.translateIfNecessary(e, translator);
            }
        }
    }
}
