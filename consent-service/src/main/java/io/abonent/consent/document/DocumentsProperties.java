package io.abonent.consent.document;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param grace how long earlier signatures still count after a new version, unless the publication says otherwise */
@ConfigurationProperties("abonent.documents")
record DocumentsProperties(@DefaultValue("14d") Duration grace) {}
