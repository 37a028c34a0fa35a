/** The person: names, contacts, the password, and what to do when it is forgotten. */
@NullMarked
package io.abonent.gateway.profile;

import org.jspecify.annotations.NullMarked;
