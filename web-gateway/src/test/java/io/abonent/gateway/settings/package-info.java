@NullMarked
package io.abonent.gateway.settings;

import org.jspecify.annotations.NullMarked;
