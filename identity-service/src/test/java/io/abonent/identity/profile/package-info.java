@NullMarked
package io.abonent.identity.profile;

import org.jspecify.annotations.NullMarked;
