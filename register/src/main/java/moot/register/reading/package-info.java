/**
 * How files are read, whatever is in them: encodings, separators, sheets, headings, cells, dates,
 * limits, and the list of everything that is wrong with a file.
 */
@NullMarked
package moot.register.reading;

import org.jspecify.annotations.NullMarked;
