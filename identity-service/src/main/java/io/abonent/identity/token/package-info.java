/** Authorization server: clients, signing keys, sessions, access and refresh tokens. */
@NullMarked
package io.abonent.identity.token;

import org.jspecify.annotations.NullMarked;
