package io.abonent.simulators.home;

import io.abonent.simulators.Partner;
import io.abonent.simulators.fault.Fault;
import io.abonent.simulators.fault.FaultMode;
import io.abonent.simulators.fault.Faults;
import io.abonent.simulators.journal.Journals;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

@Controller
class HomeController {

    private final Faults faults;
    private final Journals journals;

    HomeController(Faults faults, Journals journals) {
        this.faults = faults;
        this.journals = journals;
    }

    record PartnerCard(Partner partner, String speaks, Fault fault, long applied, long journalled) {}

    @GetMapping("/")
    ModelAndView home() {
        List<PartnerCard> cards =
                Arrays.stream(Partner.values()).map(this::card).toList();
        return new ModelAndView("home", Map.of("cards", cards, "modes", FaultMode.values()));
    }

    private PartnerCard card(Partner partner) {
        Faults.State state = faults.state(partner);
        long journalled = journals.of(partner).count();
        return new PartnerCard(partner, speaks(partner), state.fault(), state.applied(), journalled);
    }

    private static String speaks(Partner partner) {
        return switch (partner) {
            case BACK_OFFICE -> "Счета, долги, счётчики поставщиков. HTTP, /back-office/{gaz-test|teplo-test}";
            case PAYMENT_PROVIDER ->
                "Приём платежей по образцу ЮKassa v3. HTTP, /yookassa/v3, страница оплаты /checkout/{id}";
            case FISCAL -> "Чеки по образцу АТОЛ Онлайн v5. HTTP, /fiscal/v5";
            case SMS -> "Приём SMS по SMPP 3.4; всё приходит на телефон";
            case MAIL -> "Приём писем по SMTP; всё приходит в почту";
        };
    }
}
