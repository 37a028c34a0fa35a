package io.abonent.bench.world;

import java.util.List;
import java.util.Map;

/**
 * What is there after a run.
 *
 * @param facts what must have been published exactly once
 * @param phones how many short messages each phone has received
 * @param leftovers what ought to be empty and is not: outboxes, unresolved states
 * @param deadLetters what consumers put aside
 * @param owed what they had to put aside, because the run gave it to them
 */
public record World(
        List<Effect> effects,
        List<Seen> events,
        List<Fact> facts,
        Money money,
        Readings readings,
        List<Notice> notices,
        Map<String, Long> phones,
        List<String> leftovers,
        List<DeadLetter> deadLetters,
        List<DeadLetter> owed) {}
