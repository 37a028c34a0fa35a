package io.abonent.bench.speed;

import java.io.IOException;

/** Until the compiler is done with what is measured: two further turns are hardly better than the best. */
public final class WarmUp {

    private static final int TURNS = 8;
    private static final double HARDLY_BETTER = 1.05;

    private WarmUp() {}

    /** What is measured in one turn. */
    public interface Turn<E extends Exception> {
        double perSecond() throws IOException, InterruptedException, E;
    }

    public static <E extends Exception> void with(Turn<E> turn) throws IOException, InterruptedException, E {
        double best = turn.perSecond();
        int hardlyBetter = 0;
        for (int round = 0; round < TURNS && hardlyBetter < 2; round++) {
            double now = turn.perSecond();
            hardlyBetter = now < best * HARDLY_BETTER ? hardlyBetter + 1 : 0;
            best = Math.max(best, now);
        }
    }
}
