/** Questions to support and their answers; open before the consent too, because it may be the consent that is unclear. */
@NullMarked
package io.abonent.gateway.support;

import org.jspecify.annotations.NullMarked;
