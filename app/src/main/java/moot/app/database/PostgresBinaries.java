package moot.app.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's own programs, unpacked from the class path once.
 *
 * <p>The archives are those of io.zonky.test.postgres: one {@code postgres-SYSTEM-MACHINE.txz} per
 * platform.
 */
final class PostgresBinaries {
  private PostgresBinaries() {}

  /**
   * The folder with {@code bin}, {@code lib} and {@code share} for this machine, unpacked if need
   * be. A process killed while unpacking leaves nothing that would be taken for complete.
   */
  static Path unpack(Path folder) throws IOException {
    String name = "postgres-" + system() + "-" + machine() + ".txz";
    URL archive = PostgresBinaries.class.getClassLoader().getResource(name);
    if (archive == null) {
      throw new DatabaseUnavailable(
          "No embedded PostgreSQL for this machine ("
              + name
              + " is not on the class path). Maybe set "
              + DatabaseSettings.URL_SETTING
              + " to a PostgreSQL server of yours?");
    }
    URLConnection connection = archive.openConnection();
    connection.setUseCaches(false);
    // The size tells one version of the programs from the next.
    Path complete = folder.resolve("programs-" + connection.getContentLengthLong());
    try (InputStream in = connection.getInputStream()) {
      if (Files.isDirectory(complete)) {
        return complete;
      }
      Files.createDirectories(folder);
      Path partial = Files.createTempDirectory(folder, "unpacking-");
      try {
        untar(in, partial);
        openToAll(partial);
        Files.move(partial, complete);
      } catch (FileSystemException e) {
        // Another process that started at the same time was the first.
        if (!Files.isDirectory(complete)) {
          throw e;
        }
      } finally {
        deleteTree(partial);
      }
    }
    return complete;
  }

  /** Deletes a folder and all in it, if it is there. */
  static void deleteTree(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }

  private static String system() {
    String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    if (name.contains("mac")) {
      return "darwin";
    }
    return name.contains("win") ? "windows" : "linux";
  }

  private static String machine() {
    String name = System.getProperty("os.arch", "");
    boolean arm = name.equals("aarch64") || name.equals("arm64");
    return arm ? "arm_64" : "x86_64";
  }

  private static void untar(InputStream archive, Path folder) throws IOException {
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive, 1 << 16)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
          throw new IOException("entry outside the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(target);
          continue;
        }
        Path parent = target.getParent();
        if (parent != null) {
          Files.createDirectories(parent);
        }
        if (entry.isSymbolicLink()) {
          Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
          Files.copy(folder.resolve(entry.getLinkName()).normalize(), target);
        } else {
          Files.copy(tar, target);
          if ((entry.getMode() & 0100) != 0) {
            openToAll(target);
          }
        }
      }
    }
  }

  /** Lets everybody read and run it: the server may run as another user than Moot. */
  private static void openToAll(Path path) throws IOException {
    if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }
}
