/** What leaves the table as a file: JSON, CSV, GeoJSON, spreadsheets and printable reports. */
@NullMarked
package moot.papers;

import org.jspecify.annotations.NullMarked;
