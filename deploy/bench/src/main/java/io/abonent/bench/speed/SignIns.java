package io.abonent.bench.speed;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.BlockPool;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.FixedBlockPool;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** G8: sign-ins beside the bare hash with the same parameters, and what a storm of them does to other requests. */
final class SignIns implements Rows {

    private static final double AIM = 0.90;
    private static final double OTHERS_AIM = 2;
    private static final int OTHERS_PER_SECOND = 50;
    private static final int OTHERS = 8;
    /** Enough to keep the threads busy; more would wait longer than the service lets anybody wait for a hash. */
    private static final int SIGNING_IN = 8;

    /** As identity-service hashes passwords ({@code PasswordProperties}). */
    private static final int MEMORY_KIB = 19_456;

    private static final int ITERATIONS = 2;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    /** Used again as the service does, or collections of it would be the limit. */
    private static final ThreadLocal<BlockPool> MEMORY =
            ThreadLocal.withInitial(() -> new FixedBlockPool(Argon2BytesGenerator.getBlockCount(MEMORY_KIB, 1)));

    private final Calls calls;
    private final Sides sides;

    SignIns(Calls calls, Sides sides) {
        this.calls = calls;
        this.sides = sides;
    }

    @Override
    public List<Line> measure() throws IOException, InterruptedException, SQLException {
        int cores = Runtime.getRuntime().availableProcessors();
        Sides.Medians medians =
                sides.compare(sides.turn(SIGNING_IN, calls::signIn), sides.turn(cores, worker -> hash()));
        calls.renew();
        double calm = others();
        double storm = duringSignIns();
        return List.of(
                Line.ratio("G8", "sign-ins / hashes with the same parameters", medians, "/s", AIM),
                new Line(
                        "G8",
                        "p99 of reading one's profile, %d/s, during a storm of sign-ins / without"
                                .formatted(OTHERS_PER_SECOND),
                        String.format(Locale.ROOT, "%.1f ms", storm),
                        String.format(Locale.ROOT, "%.1f ms", calm),
                        String.format(Locale.ROOT, "%.2f", storm / calm),
                        "≤ " + OTHERS_AIM,
                        storm / calm <= OTHERS_AIM));
    }

    private static void hash() {
        Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
        argon2.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withSalt(new byte[SALT_BYTES])
                .withParallelism(1)
                .withMemoryAsKB(MEMORY_KIB)
                .withIterations(ITERATIONS)
                .withBlockPool(MEMORY.get())
                .build());
        argon2.generateBytes("Parol1234".toCharArray(), new byte[HASH_BYTES]);
    }

    private double others() throws IOException, InterruptedException {
        return new Steady(OTHERS, OTHERS_PER_SECOND, sides.time()).of(calls::me).quantile(0.99);
    }

    private double duringSignIns() throws IOException, InterruptedException {
        AtomicBoolean over = new AtomicBoolean();
        AtomicReference<Exception> trouble = new AtomicReference<>();
        Thread storm = Thread.ofPlatform().name("storm").start(() -> {
            try {
                while (!over.get()) {
                    Rate.of(SIGNING_IN, Duration.ofSeconds(1), calls::signIn);
                }
            } catch (IOException | InterruptedException e) {
                trouble.set(e);
            }
        });
        double p99 = others();
        over.set(true);
        storm.join();
        if (trouble.get() != null) {
            throw new IOException("the storm broke off", trouble.get());
        }
        return p99;
    }
}
