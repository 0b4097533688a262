package moot.register.reading;

/**
 * How much a file may ask of us.
 *
 * @param fileBytes the largest file
 * @param cellChars the longest cell; a quote that is never closed runs into this
 * @param columns the most columns
 * @param unpackedBytes the largest workbook when unpacked
 * @param unpackingRatio how many times larger a workbook over 20 MB may be when unpacked
 * @param keptProblems how many problems of each severity are kept
 */
public record Limits(
    long fileBytes,
    int cellChars,
    int columns,
    long unpackedBytes,
    int unpackingRatio,
    int keptProblems) {
  public static final Limits DEFAULT = new Limits(1L << 30, 64 * 1024, 1000, 256L << 20, 100, 1000);
}
