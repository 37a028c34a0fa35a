@NullMarked
package io.abonent.gateway.service;

import org.jspecify.annotations.NullMarked;
