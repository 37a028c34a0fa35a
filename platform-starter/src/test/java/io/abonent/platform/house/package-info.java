/** Counter-examples: what the rules of the house must catch. Nothing here runs. */
@NullMarked
package io.abonent.platform.house;

import org.jspecify.annotations.NullMarked;
