@NullMarked
package io.abonent.platform.migration;

import org.jspecify.annotations.NullMarked;
