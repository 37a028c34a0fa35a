package io.abonent.billing.reading;

import io.abonent.billing.consent.ConsentGate;
import io.abonent.billing.link.AccountAccess;
import io.abonent.billing.meter.Meters;
import io.abonent.billing.problem.BillingProblem;
import io.abonent.billing.reading.ReadingResults.Result;
import io.abonent.billing.reading.SubmittingReadings.Batch;
import io.abonent.billing.reading.SubmittingReadings.Outcome;
import io.abonent.platform.idempotency.Idempotency;
import io.abonent.platform.idempotency.Idempotent;
import io.abonent.platform.problem.PlatformProblem;
import io.abonent.platform.problem.ProblemException;
import io.abonent.platform.security.CurrentUser;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ReadingController {

    private final ConsentGate consent;
    private final AccountAccess access;
    private final Meters meters;
    private final SubmittingReadings submitting;
    private final SendingReadings sending;
    private final Readings readings;
    private final Idempotency idempotency;

    ReadingController(
            ConsentGate consent,
            AccountAccess access,
            Meters meters,
            SubmittingReadings submitting,
            SendingReadings sending,
            Readings readings,
            Idempotency idempotency) {
        this.consent = consent;
        this.access = access;
        this.meters = meters;
        this.submitting = submitting;
        this.sending = sending;
        this.readings = readings;
        this.idempotency = idempotency;
    }

    @Idempotent
    @PostMapping("/api/v1/meter-readings")
    ResponseEntity<ReadingResults> submit(
            CurrentUser user,
            @RequestHeader("Idempotency-Key") String requestKey,
            @Valid @RequestBody ReadingRequest request) {
        checkShape(request);
        requireConsent(user);
        List<Outcome> outcomes = switch (submitting.submit(user, request, requestKey)) {
            case Batch.Judged(List<Outcome> judged) -> judged;
            case Batch.NotYours() -> throw new ProblemException(PlatformProblem.NOT_FOUND);
        };
        sending.tellNow(outcomes.stream()
                .filter(Outcome.Written.class::isInstance)
                .map(outcome -> ((Outcome.Written) outcome).readingId())
                .toList());
        return idempotency.commit(() -> ResponseEntity.ok(
                new ReadingResults(outcomes.stream().map(this::result).toList())));
    }

    @GetMapping("/api/v1/meter-readings")
    ReadingHistory history(
            CurrentUser user,
            @RequestParam UUID meterId,
            @RequestParam(required = false) @Nullable UUID cursor,
            @RequestParam(defaultValue = "24") @Min(1) @Max(Readings.PAGE) int limit) {
        requireConsent(user);
        boolean mine = meters.find(meterId)
                .flatMap(meter -> access.find(user, meter.supplyAccountId()))
                .isPresent();
        if (!mine) {
            throw new ProblemException(PlatformProblem.NOT_FOUND);
        }
        List<Reading> page = readings.page(user.userId(), meterId, cursor, limit + 1);
        List<Reading> shown = page.subList(0, Math.min(limit, page.size()));
        return new ReadingHistory(
                shown.stream().map(ReadingHistory.Item::of).toList(),
                page.size() > limit ? shown.getLast().readingId().toString() : null);
    }

    private Result result(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Written(UUID readingId) ->
                Result.of(readings.find(readingId).orElseThrow());
            case Outcome.Refused(var meterId, var why, var windowOpensOn) ->
                Result.refused(meterId, why, windowOpensOn);
        };
    }

    private void requireConsent(CurrentUser user) {
        if (!consent.isOpen(user)) {
            throw new ProblemException(PlatformProblem.CONSENT_REQUIRED);
        }
    }

    private static void checkShape(ReadingRequest request) {
        long different = request.readings().stream()
                .map(ReadingRequest.Item::meterId)
                .distinct()
                .count();
        if (different < request.readings().size()) {
            throw new ProblemException(BillingProblem.METER_REPEATED);
        }
    }
}
