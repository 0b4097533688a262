package moot.app.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;

/** A process of its own for the tests to kill: opens the database, writes a word, and waits. */
final class OpenAndWait {
  private OpenAndWait() {}

  public static void main(String[] arguments) throws Exception {
    Database database =
        Database.open(new DatabaseSettings(Path.of(arguments[0]), null), step -> {}).closeAtExit();
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(insert(arguments[1]));
    }
    System.out.println("written");
    Thread.sleep(600_000);
  }

  /** Writes a word where the application may write. */
  static String insert(String word) {
    return "insert into access.party (kind, code, name) values ('INSTALLATION', '%s', 'kept')"
        .formatted(word);
  }
}
