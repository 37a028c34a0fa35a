package io.abonent.simulators.fault;

import io.abonent.simulators.Partner;
import io.abonent.simulators.UnknownPartner;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Turns the switches: JSON for checkers, a form for people. */
@RestController
class FaultController {

    private final Faults faults;
    private final Traffic traffic;

    FaultController(Faults faults, Traffic traffic) {
        this.faults = faults;
        this.traffic = traffic;
    }

    record Setting(
            @Nullable FaultMode mode,
            @Nullable Long delayMs,
            @Nullable Integer times,
            @Nullable String matching,
            @Nullable String mutation) {

        Fault toFault() {
            FaultMode wanted = mode == null ? FaultMode.NONE : mode;
            Duration delay = delayMs == null ? Fault.defaultDelay(wanted) : Duration.ofMillis(Math.max(0, delayMs));
            return new Fault(
                    times != null && times <= 0 ? FaultMode.NONE : wanted,
                    delay.compareTo(Fault.DELAY_MAX) > 0 ? Fault.DELAY_MAX : delay,
                    times,
                    blankToNull(matching),
                    blankToNull(mutation));
        }

        private static @Nullable String blankToNull(@Nullable String text) {
            return text == null || text.isBlank() ? null : text.trim();
        }
    }

    record View(
            String partner,
            FaultMode mode,
            long delayMs,
            @Nullable Integer timesLeft,
            @Nullable String matching,
            @Nullable String mutation,
            long applied) {

        static View of(Partner partner, Faults.State state) {
            Fault fault = state.fault();
            return new View(
                    partner.code(),
                    fault.mode(),
                    fault.delay().toMillis(),
                    fault.timesLeft(),
                    fault.matching(),
                    fault.mutation(),
                    state.applied());
        }
    }

    @GetMapping("/faults")
    List<View> all() {
        return Arrays.stream(Partner.values())
                .map(partner -> View.of(partner, faults.state(partner)))
                .toList();
    }

    @GetMapping("/traffic/{code}")
    List<Traffic.Second> traffic(@PathVariable String code, @RequestParam(defaultValue = "0") long since) {
        return traffic.since(partner(code), since);
    }

    @GetMapping("/faults/{code}")
    View one(@PathVariable String code) {
        Partner partner = partner(code);
        return View.of(partner, faults.state(partner));
    }

    @PutMapping("/faults/{code}")
    View set(@PathVariable String code, @RequestBody Setting setting) {
        Partner partner = partner(code);
        faults.set(partner, setting.toFault());
        return View.of(partner, faults.state(partner));
    }

    @DeleteMapping("/faults")
    List<View> healAll() {
        Arrays.stream(Partner.values()).forEach(partner -> faults.set(partner, Fault.NONE));
        return all();
    }

    @DeleteMapping("/faults/{code}")
    View heal(@PathVariable String code) {
        return set(code, new Setting(FaultMode.NONE, null, null, null, null));
    }

    @PostMapping(path = "/faults/{code}", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<Void> setByForm(@PathVariable String code, @ModelAttribute Setting setting) {
        set(code, setting);
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Location", "/#" + partner(code).code())
                .build();
    }

    private static Partner partner(String code) {
        return Partner.of(code).orElseThrow(() -> new UnknownPartner(code));
    }
}
