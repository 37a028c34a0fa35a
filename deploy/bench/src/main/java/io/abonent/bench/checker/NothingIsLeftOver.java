package io.abonent.bench.checker;

import io.abonent.bench.checker.Finding.Fault;
import io.abonent.bench.history.History;
import io.abonent.bench.world.World;
import java.util.List;

/** When all faults are over and everybody had time, nothing waits and nothing is dead. */
final class NothingIsLeftOver implements Rule {

    @Override
    public List<Finding> check(History history, World world) {
        return world.leftovers().stream()
                .map(what -> new Finding(Fault.LEFT_OVER, what))
                .toList();
    }
}
