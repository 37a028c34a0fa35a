package io.abonent.consent.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Turns a text with {@code {{placeholders}}} into the final one. */
@Component
class DocumentTemplate {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([^{}]*)}}");

    private final Map<String, String> values;

    DocumentTemplate(OperatorProperties operator) {
        values = new HashMap<>(Map.of(
                "operator.service-name", operator.serviceName(),
                "operator.name", operator.name(),
                "operator.inn", operator.inn(),
                "operator.ogrn", operator.ogrn(),
                "operator.address", operator.address(),
                "operator.email", operator.email(),
                "operator.processors", operator.processors(),
                "signature-agreement.version", Integer.toString(SignatureAgreements.VERSION)));
    }

    /** @throws UnfinishedText for a placeholder nobody fills */
    DocumentText resolve(String template) {
        Matcher matcher = PLACEHOLDER.matcher(template.strip());
        String text = matcher.replaceAll(match -> {
            String value = values.get(match.group(1).strip());
            if (value == null) {
                throw new UnfinishedText(match.group());
            }
            return Matcher.quoteReplacement(value);
        });
        return DocumentText.of(text);
    }

    DocumentText resolveResource(String name) {
        try (InputStream stream = DocumentTemplate.class.getResourceAsStream("/documents/" + name)) {
            if (stream == null) {
                throw new IllegalStateException("no resource documents/" + name);
            }
            return resolve(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
