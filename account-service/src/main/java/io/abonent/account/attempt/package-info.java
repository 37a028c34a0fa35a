/** Budgets of attempts: what may be guessed is bounded, counted before the guess is looked at. */
@NullMarked
package io.abonent.account.attempt;

import org.jspecify.annotations.NullMarked;
