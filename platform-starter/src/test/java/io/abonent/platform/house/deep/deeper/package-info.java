@NullMarked
package io.abonent.platform.house.deep.deeper;

import org.jspecify.annotations.NullMarked;
