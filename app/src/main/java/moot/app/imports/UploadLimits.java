package moot.app.imports;

import java.time.Duration;

/**
 * What one upload may take.
 *
 * @param bytes of the whole form
 * @param time from its first byte to its last
 * @param files in one form
 * @param atOnce how many may be on their way at the same time
 */
record UploadLimits(long bytes, Duration time, int files, int atOnce) {
  static final int FIELD_CHARS = 4096;
}
