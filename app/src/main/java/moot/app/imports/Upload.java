package moot.app.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A form with files in it, as it came: the files lie in a folder of their own until the request is
 * over.
 *
 * @param fields the other fields of the form, the first value of each
 */
record Upload(Path folder, List<IncomingFile> files, Map<String, String> fields)
    implements AutoCloseable {
  /** The request attribute under which the pages find it. */
  static final String ATTRIBUTE = Upload.class.getName();

  @Override
  public void close() {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.deleteIfExists(file);
      }
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("uploaded files could not be removed", e);
    }
  }
}
