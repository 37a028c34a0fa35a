@NullMarked
package io.abonent.identity.page;

import org.jspecify.annotations.NullMarked;
