/** The services behind the cabinet: typed calls, their limits, and what came of them. */
@NullMarked
package io.abonent.gateway.service;

import org.jspecify.annotations.NullMarked;
