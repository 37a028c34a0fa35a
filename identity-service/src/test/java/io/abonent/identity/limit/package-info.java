@NullMarked
package io.abonent.identity.limit;

import org.jspecify.annotations.NullMarked;
