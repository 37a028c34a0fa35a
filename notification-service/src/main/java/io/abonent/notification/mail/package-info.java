/** Letters by SMTP. */
@NullMarked
package io.abonent.notification.mail;

import org.jspecify.annotations.NullMarked;
