package io.abonent.gateway.reading;

import static io.abonent.gateway.service.ScriptedAccounts.LINK;
import static io.abonent.gateway.service.ScriptedBilling.METER;
import static io.abonent.gateway.service.ScriptedBilling.NOW;
import static io.abonent.gateway.service.ScriptedBilling.metersOf;
import static io.abonent.gateway.service.ScriptedBilling.pastOf;
import static io.abonent.gateway.service.ScriptedBilling.refuseAll;
import static org.assertj.core.api.Assertions.assertThat;

import io.abonent.gateway.Page;
import io.abonent.gateway.PagesUnderTest;
import io.abonent.gateway.service.BillingService.ReadingHistory;
import io.abonent.gateway.service.BillingService.ReadingStatus;
import io.abonent.gateway.service.Refusing;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingPagesTests extends PagesUnderTest {

    private static final String READINGS = "/accounts/" + LINK + "/readings";
    private static final String ALL = "/accounts/" + LINK + "/meters/" + METER + "/readings";
    private static final String KEY = "0198c000-key-of-a-form";
    private static final String FIELD = "value." + METER + ".T1";

    private Page hand(String value) {
        return submit(READINGS, "key", KEY, FIELD, value);
    }

    @Test
    void theFormAsksForTheMeterWithItsWindow() {
        open(READINGS)
                .answers(200)
                .says("Счётчик ••••7733", "Передайте до 25 декабря, чтобы показания вошли в счёт за декабрь")
                .saysNot("Было")
                .has("inputmode=\"decimal\"")
                .has("name=\"" + FIELD + "\"");
        openIn(ENGLISH, READINGS).says("Meter readings", "Hand in by 25 December");
    }

    @Test
    void inTheExtendedVersionThePreviousReadingIsShown() {
        billing.meters = account -> metersOf(true, "1176");
        open(READINGS).says("Было 1 176 м³ на 24 октября");
    }

    @Test
    void outsideTheWindowTheDatesAreToldInsteadOfAForm() {
        billing.meters = account -> metersOf(false, null);
        open(READINGS).says("Показания принимают с 15 декабря по 25 декабря").hasNot("name=\"" + FIELD + "\"");
    }

    @Test
    void aReadingIsHandedInAsTyped() {
        hand("01 180,5").leadsTo(READINGS + "?sent=true");

        assertThat(billing.onlyValue()).isEqualByComparingTo("1180.5");
        assertThat(billing.keys).containsExactly(KEY);
        assertThat(billing.handedIn.getFirst().readings().getFirst().highConfirmed())
                .isNull();
        open(READINGS + "?sent=true").says("Показания отправлены", "Теперь можно оплатить");
    }

    @Test
    void nothingAndNonsenseAreNotSent() {
        hand("").answers(422).says("Показаний нет");
        hand("abc").answers(422).says("Нужны только цифры").has("value=\"abc\"").has("aria-invalid=\"true\"");
        assertThat(billing.handedIn).isEmpty();
    }

    @Test
    void anUnusualReadingIsConfirmedByWhoLookedAgain() {
        billing.results = readings -> refuseAll(readings, "READING_CONFIRMATION_REQUIRED", null);
        Page asked = hand("9000")
                .answers(422)
                .says("Необычные показания", "Да, всё верно")
                .has("value=\"9000\"");
        String sure = "sure." + METER;
        asked.has("name=\"" + sure + "\"");

        submit(READINGS, "key", asked.hidden("key"), FIELD, "9000", sure, "true");
        assertThat(billing.handedIn.getLast().readings().getFirst()).satisfies(reading -> {
            assertThat(reading.highConfirmed()).isTrue();
            assertThat(reading.rolloverConfirmed()).isTrue();
        });
        assertThat(billing.keys.getLast()).isNotEqualTo(KEY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "READING_BELOW_PREVIOUS",
                "READING_TOO_HIGH",
                "READING_PRECISION",
                "READING_DATE_INVALID",
                "READING_CONFLICT",
                "METER_REMOVED",
                "METER_NOT_READABLE",
                "REGISTER_MISSING",
                "ZERO_NOT_ALLOWED",
                "CALIBRATION_EXPIRED",
                "RATE_LIMITED"
            })
    void everyRefusalIsExplained(String code) {
        billing.results = readings -> refuseAll(readings, code, null);
        hand("1100").answers(422).has("role=\"alert\"").saysNot(code, "??", "{0}", "Не получилось");
    }

    @Test
    void aClosedWindowTellsWhenItOpens() {
        billing.results = readings -> refuseAll(readings, "READING_WINDOW_CLOSED", LocalDate.of(2026, 12, 15));
        hand("1180").says("Передать показания можно с 15 декабря");
    }

    @Test
    void anUnknownOutcomeIsRepeatedWithTheSameKey() {
        billing.results = readings -> {
            throw Refusing.silent();
        };
        assertThat(hand("1180")
                        .says("Не знаем, дошли ли показания")
                        .has("value=\"1180\"")
                        .hidden("key"))
                .isEqualTo(KEY);
    }

    @Test
    void withoutTheSupplierThePageStands() {
        billing.meters = account -> {
            throw Refusing.with(503, "SUPPLIER_UNAVAILABLE");
        };
        open(READINGS).answers(200).says("Счётчики сейчас недоступны");
        hand("1180").answers(200).says("Счётчики сейчас недоступны");
    }

    @Test
    void whatIsNotDecidedMovesWithoutReload() {
        billing.history = () -> new ReadingHistory(
                List.of(pastOf("1180", "2026-12", ReadingStatus.QUEUED, NOW.minusSeconds(60))), null);
        open(READINGS)
                .says("1 180 м³", "ждут отправки", "за декабрь", "25 ноября, 15:29")
                .has("hx-get=\"" + READINGS + "/history\"");
        part(READINGS + "/history").says("ждут отправки").hasNot("<html");
    }

    @Test
    void whatIsDecidedStandsStill() {
        billing.history = () -> new ReadingHistory(
                List.of(
                        pastOf("1180", "2026-12", ReadingStatus.ACCEPTED, NOW),
                        pastOf("1150", "2026-11", ReadingStatus.ACCEPTED, NOW.minusSeconds(2_500_000))),
                null);
        open(READINGS).says("приняты", "Расход, счётчик ••••7733", "30 м³").hasNot("hx-get");
    }

    @Test
    void whatDoesNotFitIsOnAPageOfItsOwn() {
        billing.history =
                () -> new ReadingHistory(List.of(pastOf("1180", "2026-12", ReadingStatus.ACCEPTED, NOW)), null);
        open(READINGS).hasNot(ALL);

        String older = UUID.randomUUID().toString();
        billing.history =
                () -> new ReadingHistory(List.of(pastOf("1180", "2026-12", ReadingStatus.ACCEPTED, NOW)), older);
        open(READINGS).has(ALL);
        open(ALL)
                .says("Все показания", "Счётчик ••••7733", "1 180 м³", "приняты")
                .has("cursor=" + older);
        open(ALL + "?cursor=" + older).says("К последним");
    }

    @Test
    void theReadingsOfAnotherMeterAreNotOnAnyPage() {
        open("/accounts/" + LINK + "/meters/" + UUID.randomUUID() + "/readings").answers(404);
    }

    @Test
    void withoutTheHistoryTheFormStands() {
        billing.history = () -> {
            throw Refusing.away();
        };
        open(READINGS).answers(200).says("Не все прежние показания загрузились", "Передать показания");
    }

    @ParameterizedTest
    @EnumSource(ReadingStatus.class)
    void everyStateHasAWord(ReadingStatus status) {
        billing.history = () -> new ReadingHistory(List.of(pastOf("1180", "2026-12", status, NOW)), null);
        open(READINGS).saysNot("??");
        openIn(ENGLISH, READINGS).saysNot("??");
    }
}
