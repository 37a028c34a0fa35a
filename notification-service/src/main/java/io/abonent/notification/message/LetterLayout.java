package io.abonent.notification.message;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Sets a letter in type, as HTML and as plain text. Everything from outside is escaped by the HTML template (F-84). */
@Component
public class LetterLayout {

    private final SpringTemplateEngine html = engine(TemplateMode.HTML, ".html");
    private final SpringTemplateEngine text = engine(TemplateMode.TEXT, ".txt");

    public String html(Letter letter, String senderName) {
        return html.process("letter", context(letter, senderName));
    }

    public String text(Letter letter, String senderName) {
        return text.process("letter", context(letter, senderName));
    }

    private static Context context(Letter letter, String senderName) {
        Words words = new Words(letter.language());
        return new Context(
                letter.language().locale(),
                Map.of(
                        "letter", letter,
                        "lang", letter.language().locale().getLanguage(),
                        "codeLabel", words.get("letter.code"),
                        "linkHint", words.get("letter.link-hint"),
                        "senderName", senderName));
    }

    private static SpringTemplateEngine engine(TemplateMode mode, String suffix) {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("mail/");
        resolver.setSuffix(suffix);
        resolver.setTemplateMode(mode);
        resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
        resolver.setCacheable(true);
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(resolver);
        return engine;
    }
}
