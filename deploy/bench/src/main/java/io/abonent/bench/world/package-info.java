/** What is really there: databases, topics, the partners' journals. */
@NullMarked
package io.abonent.bench.world;

import org.jspecify.annotations.NullMarked;
