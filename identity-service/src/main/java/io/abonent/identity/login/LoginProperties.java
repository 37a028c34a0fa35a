package io.abonent.identity.login;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param phoneRegions countries (ISO 3166) whose mobile numbers may register
 */
@ConfigurationProperties("abonent.login")
record LoginProperties(@DefaultValue("RU") Set<String> phoneRegions) {}
