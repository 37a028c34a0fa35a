package io.abonent.gateway.page;

import io.abonent.gateway.service.IdempotencyKey;
import org.springframework.stereotype.Component;

/** For templates: {@code <input type="hidden" name="key" th:value="${@formKeys.fresh()}">}. */
@Component("formKeys")
public class FormKeys {

    public String fresh() {
        return IdempotencyKey.fresh().value();
    }
}
