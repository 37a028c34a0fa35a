package io.abonent.bench.checker;

import io.abonent.bench.checker.Finding.Fault;
import io.abonent.bench.history.History;
import io.abonent.bench.world.DeadLetter;
import io.abonent.bench.world.World;
import java.util.List;
import java.util.stream.Stream;

/**
 * When all faults are over and everybody had time, nothing waits and nothing is dead but what the run itself made
 * unreadable, and that is where it belongs.
 */
final class NothingIsLeftOver implements Rule {

    @Override
    public List<Finding> check(History history, World world) {
        return Stream.concat(
                        world.leftovers().stream(), DeadLetter.differences(world.deadLetters(), world.owed()).stream())
                .map(what -> new Finding(Fault.LEFT_OVER, what))
                .toList();
    }
}
