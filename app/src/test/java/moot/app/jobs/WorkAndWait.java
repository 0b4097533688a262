package moot.app.jobs;

import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import moot.app.database.Database;
import moot.app.database.DatabaseSettings;

/** A node of its own for the test to kill in the middle of its work. */
final class WorkAndWait {
  private WorkAndWait() {}

  public static void main(String[] arguments) {
    Database database =
        Database.open(new DatabaseSettings(Path.of(arguments[0]), null), step -> {});
    JobQueue queue = new JobQueue(database.dataSource(), List.of(new Endless()));
    queue.begin("the node");
    queue.add("endless", "7");
  }

  private static final class Endless implements Job {
    @Override
    public String name() {
      return "endless";
    }

    @Override
    public void run(String id, BooleanSupplier ending) {
      System.out.println("begun " + id);
      try {
        Thread.sleep(600_000);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
