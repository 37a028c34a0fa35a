/** What all pages share: layout, language, headers, errors, forms. */
@NullMarked
package io.abonent.gateway.page;

import org.jspecify.annotations.NullMarked;
