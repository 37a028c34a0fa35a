@NullMarked
package io.abonent.gateway.page;

import org.jspecify.annotations.NullMarked;
