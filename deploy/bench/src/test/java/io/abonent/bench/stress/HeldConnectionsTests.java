package io.abonent.bench.stress;

import static org.assertj.core.api.Assertions.assertThat;

import io.abonent.bench.stress.HeldConnections.Ends;
import org.junit.jupiter.api.Test;

class HeldConnectionsTests {

    /** As {@code /proc/net/tcp} has it: 0A listens, 01 is established, 08 has been closed by the other side. */
    private static final String TABLE = """
              sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
               0: 00000000:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 100 1
               1: 0100007F:1F90 0100007F:C350 01 00000000:00000000 00:00000000 00000000  1000        0 101 1
               2: 0100007F:1F90 0100007F:C351 08 00000000:00000000 00:00000000 00000000  1000        0 102 1
            """;

    @Test
    void findsWhatIsEstablished() {
        assertThat(HeldConnections.established(TABLE.lines())).containsExactly(new Ends(8080, 50_000));
    }
}
