@NullMarked
package io.abonent.kubernetes;

import org.jspecify.annotations.NullMarked;
