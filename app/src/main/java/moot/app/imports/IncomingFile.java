package moot.app.imports;

import java.nio.file.Path;

/**
 * A file on its way in.
 *
 * @param path where it is
 * @param name what the one who brings it calls it
 */
public record IncomingFile(Path path, String name) {
  /** A file under its own name. */
  public static IncomingFile of(Path path) {
    Path name = path.getFileName();
    return new IncomingFile(path, name == null ? path.toString() : name.toString());
  }
}
