@NullMarked
package io.abonent.platform.observe;

import org.jspecify.annotations.NullMarked;
