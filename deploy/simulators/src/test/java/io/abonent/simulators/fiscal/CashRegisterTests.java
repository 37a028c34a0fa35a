package io.abonent.simulators.fiscal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.abonent.simulators.Calls;
import io.abonent.simulators.Calls.Reply;
import io.abonent.simulators.RunningSimulators;
import java.io.IOException;
import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CashRegisterTests {

    private static final String FISCAL = "/fiscal/v5";

    private final Calls cashier = RunningSimulators.shared().calls().asCashier();
    private final Calls anybody = RunningSimulators.shared().calls();

    @AfterEach
    void heal() throws IOException {
        anybody.delete("/faults");
    }

    @Test
    void registersAReceiptAMomentLater() throws IOException {
        Reply sold = sell(UUID.randomUUID().toString(), "1234.56", "1234.56");
        assertThat(sold.status()).isEqualTo(200);
        assertThat(sold.text("/status")).isEqualTo("wait");

        Reply report = done(sold.text("/uuid"));

        assertThat(report.text("/payload/fn_number")).matches("\\d{16}");
        assertThat(report.text("/payload/fiscal_document_attribute")).matches("\\d{10}");
        assertThat(report.text("/payload/ecr_registration_number")).matches("\\d{16}");
        assertThat(report.text("/payload/receipt_datetime")).matches("\\d\\d\\.\\d\\d\\.\\d{4} \\d\\d:\\d\\d:\\d\\d");
    }

    @Test
    void oneOrderGivesOneReceiptAndNumbersGrow() throws IOException {
        String order = UUID.randomUUID().toString();
        String first = sell(order, "10.00", "10.00").text("/uuid");
        String next = sell(UUID.randomUUID().toString(), "10.00", "10.00").text("/uuid");

        assertThat(sell(order, "10.00", "10.00").text("/uuid")).isEqualTo(first);
        assertThat(done(next).number("/payload/fiscal_document_number"))
                .isGreaterThan(done(first).number("/payload/fiscal_document_number"));
    }

    @Test
    void buyerSeesTheReceipt() throws IOException {
        Reply report =
                done(sell(UUID.randomUUID().toString(), "1234.56", "1234.56").text("/uuid"));
        String page = URI.create(report.text("/payload/ofd_receipt_url")).getPath();

        Reply receipt = anybody.get(page);

        assertThat(receipt.body())
                .contains("КАССОВЫЙ ЧЕК", "Газоснабжение", "1\u00A0234,56", "НДС 22%", "222,63", "Полный расчёт")
                .containsPattern("t=\\d{8}T\\d{4}&amp;s=1234\\.56&amp;fn=\\d{16}&amp;i=\\d+&amp;fp=\\d{10}&amp;n=1");
        assertThat(anybody.get(page.substring(0, page.lastIndexOf('/')) + "/0000000000")
                        .status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"10.00,9.99", "0.00,0.00", "10.001,10.001"})
    void refusesReceiptsThatDoNotAddUp(String sum, String total) throws IOException {
        assertThat(sell(UUID.randomUUID().toString(), sum, total).status()).isEqualTo(400);
    }

    @Test
    void refusesStrangers() throws IOException {
        assertThat(anybody.post(FISCAL + "/sell", "{}").status()).isEqualTo(401);
        assertThat(anybody.get(FISCAL + "/report/x").status()).isEqualTo(401);
        assertThat(cashier.get(FISCAL + "/report/x").status()).isEqualTo(404);
        assertThat(cashier.post(FISCAL + "/sell", "{").status()).isEqualTo(400);
    }

    @Test
    void failsOnDemandAndTakesTheSameOrderAgain() throws IOException {
        String order = UUID.randomUUID().toString();
        anybody.put("/faults/fiscal", "{\"mode\":\"REFUSE\",\"times\":1}");
        String uuid = sell(order, "10.00", "10.00").text("/uuid");
        await().untilAsserted(() -> assertThat(report(uuid).text("/status")).isEqualTo("fail"));
        assertThat(report(uuid).text("/error/text")).isNotEmpty();

        assertThat(sell(order, "10.00", "10.00").text("/uuid")).isEqualTo(uuid);

        assertThat(done(uuid).text("/payload/fn_number")).isNotEmpty();
    }

    @Test
    void takesItsTimeOnDemand() throws Exception {
        anybody.put("/faults/fiscal", "{\"mode\":\"PENDING\",\"delayMs\":3000,\"times\":1}");
        String uuid = sell(UUID.randomUUID().toString(), "10.00", "10.00").text("/uuid");

        Thread.sleep(300);
        assertThat(report(uuid).text("/status")).isEqualTo("wait");
        done(uuid);
    }

    private Reply done(String uuid) throws IOException {
        await().untilAsserted(() -> assertThat(report(uuid).text("/status")).isEqualTo("done"));
        return report(uuid);
    }

    private Reply report(String uuid) throws IOException {
        return cashier.get(FISCAL + "/report/" + uuid);
    }

    private Reply sell(String order, String sum, String total) throws IOException {
        return cashier.post(FISCAL + "/sell", """
                {"external_id":"%s","receipt":{"client":{},
                "company":{"inn":"7700000001","payment_address":"https://lk.test"},
                "items":[{"name":"Газоснабжение","price":%s,"quantity":1,"sum":%s,"vat":{"type":"vat22"},
                "payment_method":"full_payment","payment_object":"service"}],
                "payments":[{"type":1,"sum":%s}],"total":%s}}""".formatted(order, sum, sum, total, total));
    }
}
