package io.abonent.bench.run;

import io.abonent.bench.checker.Finding;
import io.abonent.bench.fault.Recovery;
import io.abonent.bench.house.House;
import io.abonent.bench.witness.Crowd;
import io.abonent.bench.world.Planted;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** What goes wrong without the injector doing it. */
public interface Besides {

    /** Everything is ready; the load begins now. Files of the run belong into the directory. */
    default void houseIsUp(House house, Path directory) throws IOException {}

    /** The schedule is over and there are effects enough; the load ends when this returns. */
    default void loadMayEnd() throws InterruptedException {}

    /** Nobody asks for anything new any more. */
    default void loadIsOver() throws InterruptedException {}

    /** What it has put into topics until now. */
    default Planted planted() {
        return Planted.nothing();
    }

    /** Everything was checked; nobody acts any more. */
    default List<Finding> afterwards(Crowd crowd) throws IOException, InterruptedException, SQLException {
        return List.of();
    }

    /** How often what was done to whom, as the injector counts: {@code CRASH billing}. */
    default Map<String, Integer> done() throws IOException {
        return Map.of();
    }

    /** How long what it waited for took. */
    default List<Recovery> recoveries() {
        return List.of();
    }
}
