package io.abonent.bench.checker;

import io.abonent.bench.history.History;
import io.abonent.bench.world.World;
import java.util.List;

/** One thing that must hold after every run. */
interface Rule {

    List<Finding> check(History history, World world);
}
