package moot.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import moot.app.MootApplication.Served;
import moot.app.database.Database;
import moot.app.database.DatabaseSettings;
import moot.app.demo.Demo;

/**
 * One running Moot with Mereshire in its register and its people at the table, for all tests that
 * look at it from outside. {@link SignedIn} goes in.
 */
public final class ServedTable {
  private static final ServedTable ONE = new ServedTable();

  private final Served served;

  private ServedTable() {
    System.setProperty("moot.postgres.programs", Path.of("target/postgres").toString());
    try {
      Path home = Files.createTempDirectory("moot-served");
      Database database = Database.open(new DatabaseSettings(home, null), step -> {});
      Demo.load(database, step -> {});
      served = MootApplication.serveDemo(database, "127.0.0.1", Integer.getInteger("moot.port", 0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its address, with a slash at the end. */
  public static String address() {
    return ONE.served.address();
  }

  public static Served served() {
    return ONE.served;
  }

  public static <T> T bean(Class<T> type) {
    return ONE.served.context().getBean(type);
  }

  /** For looking at the pages by hand. */
  public static void main(String[] arguments) throws InterruptedException {
    System.out.println(address());
    Thread.currentThread().join();
  }
}
