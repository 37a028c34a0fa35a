/**
 * Suppliers, supply accounts and who may act on them.
 *
 * <p>{@code supplier} knows each supplier's rules and talks to its back office; {@code link} ties a user to a supply
 * account; {@code access} widens a link when its holder proves to hold the bill or to stand before the meter; {@code
 * attempt} bounds how often anybody may guess; {@code consent} is the replica of consent-service and the gate; {@code
 * onboarding} computes the next step.
 */
@NullMarked
package io.abonent.account;

import org.jspecify.annotations.NullMarked;
