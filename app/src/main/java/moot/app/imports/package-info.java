/** Bringing files into the register: recognised, checked, stored whole or not at all, reported. */
@NullMarked
package moot.app.imports;

import org.jspecify.annotations.NullMarked;
