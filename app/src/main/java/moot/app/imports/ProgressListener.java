package moot.app.imports;

/** Told how far an import is. */
@FunctionalInterface
public interface ProgressListener {
  ProgressListener NONE = (file, done, total) -> {};

  /**
   * Some more was read. Each file is read twice, first to recognise it and then to take it in.
   *
   * @param file the name of the file that is being read
   * @param done bytes read so far, of all files
   * @param total bytes to read, of all files
   */
  void progress(String file, long done, long total);
}
