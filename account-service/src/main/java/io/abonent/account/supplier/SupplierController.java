package io.abonent.account.supplier;

import io.abonent.platform.problem.PlatformProblem;
import io.abonent.platform.problem.ProblemException;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SupplierController {

    private static final int PAGE = 20;

    private final Suppliers suppliers;

    SupplierController(Suppliers suppliers) {
        this.suppliers = suppliers;
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
