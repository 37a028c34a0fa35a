@NullMarked
package io.abonent.platform.openapi;

import org.jspecify.annotations.NullMarked;
