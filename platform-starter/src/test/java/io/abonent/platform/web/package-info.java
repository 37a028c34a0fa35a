@NullMarked
package io.abonent.platform.web;

import org.jspecify.annotations.NullMarked;
