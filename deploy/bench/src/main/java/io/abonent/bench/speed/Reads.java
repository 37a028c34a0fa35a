package io.abonent.bench.speed;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/** Reads and refreshes beside the least that a request to the same service costs. */
record Reads(Calls calls, Sides sides, int workers) implements Rows {

    private static final double BALANCE_AIM = 0.50;
    private static final double REFRESH_AIM = 0.07;

    @Override
    public List<Line> measure() throws IOException, InterruptedException, SQLException {
        Sides.Medians balance = sides.compare(calls, workers, calls::balance, calls::nothingOfBilling);
        Sides.Medians refresh = sides.compare(calls, workers, calls::refresh, calls::keys);
        return List.of(
                Line.ratio("G11", "balance read / an empty answer behind the same filters", balance, "/s", BALANCE_AIM),
                Line.ratio(
                        "G9",
                        "refresh of a session / a constant document of the same service",
                        refresh,
                        "/s",
                        REFRESH_AIM));
    }
}
