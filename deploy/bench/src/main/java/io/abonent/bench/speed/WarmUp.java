package io.abonent.bench.speed;

import java.io.IOException;

/** Until the compiler is done with what is measured: a further turn is hardly better. */
public final class WarmUp {

    private static final int TURNS = 8;
    private static final double HARDLY_BETTER = 1.05;

    private WarmUp() {}

    /** What is measured in one turn. */
    public interface Turn<E extends Exception> {
        double perSecond() throws IOException, InterruptedException, E;
    }

    public static <E extends Exception> void with(Turn<E> turn) throws IOException, InterruptedException, E {
        double before = turn.perSecond();
        for (int round = 0; round < TURNS; round++) {
            double now = turn.perSecond();
            if (now < before * HARDLY_BETTER) {
                return;
            }
            before = now;
        }
    }
}
