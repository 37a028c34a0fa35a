package io.abonent.bench.speed;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/** Lines of the table that are measured together. */
interface Rows {

    List<Line> measure() throws IOException, InterruptedException, SQLException;
}
