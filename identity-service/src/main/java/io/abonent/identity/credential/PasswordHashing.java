package io.abonent.identity.credential;

import io.abonent.identity.secret.RandomText;
import io.abonent.identity.secret.SecretKey;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Argon2id over a keyed hash of the password. It runs on a few platform threads of its own with a short queue: hashing
 * takes tens of milliseconds of pure CPU, which on virtual threads would stop every other request of the process (F-87).
 */
@Component
public class PasswordHashing implements DisposableBean {

    /** Names the pepper, so that another one can be told apart when it is replaced. */
    private static final String PREFIX = "{pepper1}";

    private final Argon2 argon2;
    private final SecretKey pepper;
    private final ThreadPoolExecutor threads;
    private final long waitMillis;
    private final String nobodysHash;

    PasswordHashing(PasswordProperties properties) {
        this.argon2 = new Argon2(properties.memoryKib(), properties.iterations());
        this.pepper = properties.pepperKey();
        this.waitMillis = properties.hashingWait().toMillis();
        this.threads = new ThreadPoolExecutor(
                properties.threads(),
                properties.threads(),
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(properties.queue()),
                Thread.ofPlatform().name("password-hashing-", 0).daemon().factory());
        this.nobodysHash = hashNow(RandomText.token());
    }

    /** One more would be refused: whoever asks beforehand spares the work around the hash, too. */
    public boolean isBusy() {
        return threads.getQueue().remainingCapacity() == 0;
    }

    /** @return empty if too many are waiting already */
    public Optional<String> hash(String password) {
        return run(() -> hashNow(password));
    }

    /** @param hash null for a login that does not exist; it costs the same */
    public Verdict check(String password, @Nullable String hash) {
        String against = hash == null ? nobodysHash : hash;
        return run(() -> argon2.matches(peppered(password), against.substring(PREFIX.length())))
                .map(matches -> matches && hash != null ? Verdict.MATCH : Verdict.MISMATCH)
                .orElse(Verdict.BUSY);
    }

    public enum Verdict {
        MATCH,
        MISMATCH,
        BUSY
    }

    private String hashNow(String password) {
        return PREFIX + argon2.hash(peppered(password));
    }

    private String peppered(String password) {
        byte[] normalised = Normalizer.normalize(password, Normalizer.Form.NFKC).getBytes(StandardCharsets.UTF_8);
        return Base64.getEncoder().encodeToString(pepper.hmac(normalised));
    }

    private <T> Optional<T> run(Callable<T> work) {
        Future<T> future;
        try {
            future = threads.submit(work);
        } catch (RejectedExecutionException e) {
            return Optional.empty();
        }
        try {
            return Optional.of(future.get(waitMillis, TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            future.cancel(false);
            return Optional.empty();
        } catch (InterruptedException e) {
            future.cancel(false);
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Argon2id failed", e.getCause());
        }
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
    }
}
