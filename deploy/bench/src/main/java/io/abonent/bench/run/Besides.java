package io.abonent.bench.run;

import java.io.IOException;
import java.util.Map;

/** What goes wrong without the injector doing it. */
public interface Besides {

    /** Everything is ready; the load begins now. */
    default void houseIsUp() throws IOException {}

    /** How often what was done to whom, as the injector counts: {@code CRASH billing}. */
    default Map<String, Integer> done() throws IOException {
        return Map.of();
    }
}
