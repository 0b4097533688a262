package moot.app.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The owner of an open embedded database's tables, who may do what the application may not. */
public final class TablesOwner {
  private TablesOwner() {}

  /**
   * @param home as in the settings of the database
   */
  public static DataSource of(Path home) {
    try {
      Path folder = home.resolve("postgres");
      PGSimpleDataSource owner = new PGSimpleDataSource();
      owner.setPortNumbers(
          new int[] {Postmaster.read(folder.resolve("data")).orElseThrow().port()});
      owner.setUser("moot");
      owner.setPassword(password(folder));
      owner.setDatabaseName("postgres");
      return owner;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Gives the application its rights on tables that were made anew. */
  public static void grantAgain(Path home) {
    try {
      WorkingRole.ofEmbedded(password(home.resolve("postgres"))).prepare(of(home));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String password(Path folder) throws IOException {
    return Files.readString(folder.resolve("password")).strip();
  }
}
