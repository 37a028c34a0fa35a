@NullMarked
package io.abonent.gateway.link;

import org.jspecify.annotations.NullMarked;
