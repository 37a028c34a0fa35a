/**
 * Who a person is and what proves it. Features: {@code registration} uses {@code verification}, {@code credential},
 * {@code contact} and {@code user}, and so does {@code reset} for a forgotten password; {@code password} replaces a known
 * one; {@code signin} checks a password and hands over to {@code token}, the authorization
 * server; {@code profile} shows people to themselves; {@code login}, {@code limit} and {@code secret} are what they stand on.
 */
@NullMarked
package io.abonent.identity;

import org.jspecify.annotations.NullMarked;
