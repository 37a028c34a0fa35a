/** What services test with: real PostgreSQL, real Kafka, tokens, events, house rules. */
@NullMarked
package io.abonent.platform.testkit;

import org.jspecify.annotations.NullMarked;
