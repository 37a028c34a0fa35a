/** Handing in meter readings, and what became of those handed in before. */
@NullMarked
package io.abonent.gateway.reading;

import org.jspecify.annotations.NullMarked;
