@NullMarked
package io.abonent.platform.problem;

import org.jspecify.annotations.NullMarked;
