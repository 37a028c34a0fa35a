/**
 * Tells people what happened to their cabinet and takes their questions.
 *
 * <p>Features: {@code verification} and {@code notice} turn events into messages, {@code message} holds their words, {@code
 * delivery} carries each to its person by {@code sms} or {@code mail}, {@code ticket} is support. {@code contact}, {@code
 * supplier}, {@code link} and {@code consent} are replicas of other services; {@code seal} opens what only this service may
 * read.
 */
@NullMarked
package io.abonent.notification;

import org.jspecify.annotations.NullMarked;
