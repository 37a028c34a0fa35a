/** What we say: one record per message, its words in Russian and English, its letter and its SMS. */
@NullMarked
package io.abonent.notification.message;

import org.jspecify.annotations.NullMarked;
