@NullMarked
package io.abonent.platform.security;

import org.jspecify.annotations.NullMarked;
