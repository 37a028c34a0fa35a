package io.abonent.platform.problem;

import org.springframework.http.HttpStatus;

/**
 * A stable code of {@code domain.md} §5.2; each service lists its own in one enum. Titles and details come from the
 * service's {@code problems.properties} (English) and {@code problems_ru.properties}: keys {@code CODE.title}, {@code
 * CODE.detail}, with {@link java.text.MessageFormat} arguments.
 */
public interface ProblemCode {

    String name();

    HttpStatus status();
}
