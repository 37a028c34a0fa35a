/** The first page, and the cabinet's own. */
@NullMarked
package io.abonent.gateway.home;

import org.jspecify.annotations.NullMarked;
