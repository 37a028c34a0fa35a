package io.abonent.bench.speed;

import io.abonent.bench.house.House;
import java.io.IOException;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Until the compilers of the house, and of who asks, are done with what is measured. */
public final class WarmUp {

    private static final Logger log = LoggerFactory.getLogger(WarmUp.class);
    private static final int TURNS = 16;

    /** In a row: what is rare becomes worth compiling late. */
    private static final int CALM_TURNS = 2;

    /** Of one processor. */
    private static final double HARDLY_ANYTHING = 0.10;

    private final House house;

    WarmUp(House house) {
        this.house = house;
    }

    /** What is measured in one turn. */
    public interface Turn<E extends Exception> {
        double perSecond() throws IOException, InterruptedException, E;
    }

    public <E extends Exception> void with(Turn<E> turn) throws IOException, InterruptedException, E {
        int calm = 0;
        for (int round = 1; round <= TURNS && calm < CALM_TURNS; round++) {
            long start = System.nanoTime();
            ProcessorTimes before = ProcessorTimes.ofCompilers(house);
            double rate = turn.perSecond();
            double millis = (System.nanoTime() - start) / 1e6;
            double compiling = ProcessorTimes.ofCompilers(house).minus(before).all() / millis;
            log.info("Warming up {}: {}/s, {} of a processor compiling", round, shown(rate), shown(compiling));
            calm = compiling < HARDLY_ANYTHING ? calm + 1 : 0;
        }
    }

    private static String shown(double number) {
        return String.format(Locale.ROOT, "%.2f", number);
    }
}
