@NullMarked
package io.abonent.identity.registration;

import org.jspecify.annotations.NullMarked;
