@NullMarked
package io.abonent.identity.housekeeping;

import org.jspecify.annotations.NullMarked;
