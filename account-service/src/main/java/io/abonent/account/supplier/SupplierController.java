package io.abonent.account.supplier;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.abonent.platform.problem.PlatformProblem;
import io.abonent.platform.problem.ProblemException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SupplierController {

    private static final int PAGE = 20;

    private final Suppliers suppliers;

    SupplierController(Suppliers suppliers) {
        this.suppliers = suppliers;
    }

    /** @param typed as it stands in the field, finished or not */
    record NumberCheckRequest(
            @NotNull @Size(max = AccountNumberRule.MAX_INPUT)
            String typed) {

        @Override
        public String toString() {
            return "NumberCheckRequest[hidden]";
        }
    }

    /**
     * @param fits whether the supplier could have such a number; whether it has it is asked by a preview
     * @param accountNumberDisplay as the bill prints it, if it fits
     * @param letters there is a letter in it, the commonest mistake: О for 0, З for 3
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record NumberCheck(boolean fits, @Nullable String accountNumberDisplay, boolean letters) {}

    /** Also of one that takes part no longer: accounts linked to it stay. */
    @GetMapping("/api/v1/suppliers/{supplierId}")
    SupplierView supplier(@PathVariable UUID supplierId, Locale locale) {
        return SupplierView.of(find(supplierId), locale);
    }

    /** Help while typing: only the rule of the supplier is looked at, which is public; nobody is asked, nothing counted. */
    @PostMapping("/api/v1/suppliers/{supplierId}/account-number-checks")
    NumberCheck check(@PathVariable UUID supplierId, @Valid @RequestBody NumberCheckRequest request) {
        AccountNumberRule rule = find(supplierId).profile().accountNumbers();
        return switch (rule.normalise(request.typed())) {
            case AccountNumberRule.Result.Canonical number ->
                new NumberCheck(true, rule.display(number.accountNumber()), false);
            case AccountNumberRule.Result.Refused refused -> new NumberCheck(false, null, refused.letters());
        };
    }

    private Supplier find(UUID supplierId) {
        return suppliers.find(supplierId).orElseThrow(() -> new ProblemException(PlatformProblem.NOT_FOUND));
    }

    @GetMapping("/api/v1/suppliers")
    SupplierView.SupplierPage search(
            @RequestParam(defaultValue = "") @Size(max = 100) String query,
            @RequestParam(required = false) @Size(max = 400) @Nullable String cursor,
            Locale locale) {
        SupplierCursor after = cursor == null
                ? null
                : SupplierCursor.parse(cursor).orElseThrow(() -> new ProblemException(PlatformProblem.REQUEST_INVALID));
        List<String> words = Stream.of(query.replaceAll("\\p{Cc}", " ").strip().split("\\s+"))
                .toList();
        // One more than shown tells whether there is a next page.
        List<Supplier> found = suppliers.search(words, after, PAGE + 1);
        List<Supplier> shown = found.subList(0, Math.min(PAGE, found.size()));
        return new SupplierView.SupplierPage(
                shown.stream()
                        .map(supplier -> SupplierView.of(supplier, locale))
                        .toList(),
                found.size() > PAGE ? SupplierCursor.behind(shown.getLast()).text() : null);
    }
}
