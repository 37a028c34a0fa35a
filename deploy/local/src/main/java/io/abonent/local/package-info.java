/**
 * Runs the whole of Abonent on one machine: PostgreSQL as a child process, Kafka in this JVM, the simulators and every
 * service as a process of its own. What is running is told in files below the home directory, so that the shell needs no
 * second JVM to show it.
 */
@NullMarked
package io.abonent.local;

import org.jspecify.annotations.NullMarked;
