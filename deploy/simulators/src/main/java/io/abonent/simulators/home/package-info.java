/** The home page: what is simulated, which troubles are on, where to look. */
@NullMarked
package io.abonent.simulators.home;

import org.jspecify.annotations.NullMarked;
