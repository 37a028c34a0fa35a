/**
 * The web cabinet: draws pages, keeps the tokens, asks the services. {@code service} are the calls, {@code session} is who
 * is signed in, {@code page} what all pages share; every other package is a part of the cabinet as people see it.
 */
@NullMarked
package io.abonent.gateway;

import org.jspecify.annotations.NullMarked;
