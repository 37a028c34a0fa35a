package io.abonent.bench.speed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HistogramsTests {

    private static final String BEFORE = page(100, 100, 100, 100);
    private static final String AFTER = page(150, 190, 200, 200);

    /** Cumulative, as Prometheus has them; status is a label that is added up. */
    private static String page(int one, int two, int five, int all) {
        return """
                # TYPE http_server_requests_seconds histogram
                http_server_requests_seconds_bucket{method="GET",status="200",uri="/home",le="0.001"} %d
                http_server_requests_seconds_bucket{method="GET",status="200",uri="/home",le="0.002"} %d
                http_server_requests_seconds_bucket{method="GET",status="200",uri="/home",le="0.005"} %d
                http_server_requests_seconds_bucket{method="GET",status="200",uri="/home",le="+Inf"} %d
                http_server_requests_seconds_bucket{method="GET",status="503",uri="/home",le="+Inf"} 7
                http_server_requests_seconds_count{method="GET",status="200",uri="/home"} %d
                http_client_requests_seconds_bucket{uri="/api/v1/account-links",le="+Inf"} 3
                """.formatted(one, two, five, all, all);
    }

    @Test
    void tellsWhatWasAddedAndHowLongItTook() {
        Histograms.Histogram added = Histograms.parse(AFTER)
                .since(Histograms.parse(BEFORE))
                .of("http_server_requests", "/home")
                .orElseThrow();
        assertThat(added.count()).isEqualTo(100);
        assertThat(added.quantile(0.50)).isEqualTo(1);
        assertThat(added.quantile(0.90)).isEqualTo(2);
        assertThat(added.quantile(0.95)).isEqualTo(5);
    }

    @Test
    void findsTheCallsByTheirMetric() {
        assertThat(Histograms.parse(AFTER).named("http_client_requests"))
                .singleElement()
                .satisfies(calls -> assertThat(calls.count()).isEqualTo(3));
    }
}
