package io.abonent.bench.run;

import io.abonent.bench.world.Notice;
import io.abonent.bench.world.Seen;
import io.abonent.bench.world.World;

/** What came twice and may: delivery is at least once. */
final class Repeats {

    private Repeats() {}

    static long ofEvents(World world) {
        return world.events().size()
                - world.events().stream().map(Seen::id).distinct().count();
    }

    static long ofMessages(World world) {
        long received =
                world.phones().values().stream().mapToLong(Long::longValue).sum();
        long sent = world.notices().stream()
                .filter(notice -> notice.sent() && !notice.phone().isEmpty())
                .map(Notice::phone)
                .count();
        return Math.max(0, received - sent);
    }
}
