@NullMarked
package io.abonent.identity.verification;

import org.jspecify.annotations.NullMarked;
