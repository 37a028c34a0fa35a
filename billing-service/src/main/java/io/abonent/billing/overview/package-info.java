/** All supply accounts of a person at a glance. */
@NullMarked
package io.abonent.billing.overview;

import org.jspecify.annotations.NullMarked;
