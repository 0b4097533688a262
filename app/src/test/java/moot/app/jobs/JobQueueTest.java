package moot.app.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import moot.app.database.Database;
import moot.app.database.DatabaseSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobQueueTest {
  @TempDir Path home;

  @BeforeEach
  void shareTheUnpackedPrograms() {
    System.setProperty("moot.postgres.programs", Path.of("target/postgres").toString());
  }

  @Test
  void workIsDoneOnce() throws Exception {
    try (Database database = Database.open(new DatabaseSettings(home, null), step -> {})) {
      Noted work = new Noted("endless");
      JobQueue queue = new JobQueue(database.dataSource(), List.of(work));
      queue.begin("the node");
      queue.add("endless", "1");
      assertThat(work.begun.poll(20, TimeUnit.SECONDS)).isEqualTo("1");
      assertThat(work.begun.poll(3, TimeUnit.SECONDS)).isNull();
      queue.stop();
    }
  }

  @Test
  void workThatWasBegunByAKilledNodeIsBegunAgainAtItsNextStart() throws Exception {
    Process node =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dmoot.postgres.programs=" + Path.of("target/postgres"),
                "-cp",
                System.getProperty("java.class.path"),
                WorkAndWait.class.getName(),
                home.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      assertThat(node.inputReader().readLine()).isEqualTo("begun 7");
    } finally {
      node.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    }

    try (Database database = Database.open(new DatabaseSettings(home, null), step -> {})) {
      Noted work = new Noted("endless");
      JobQueue queue = new JobQueue(database.dataSource(), List.of(work));
      queue.begin("the node");
      assertThat(work.begun.poll(10, TimeUnit.SECONDS)).isEqualTo("7");
      queue.stop();
    }
  }

  @Test
  void workInTheMiddleOfWhichMootEndsInGoodOrderIsBegunAgainToo() throws Exception {
    try (Database database = Database.open(new DatabaseSettings(home, null), step -> {})) {
      Noted patient =
          new Noted("endless") {
            @Override
            public void run(String id, BooleanSupplier ending) {
              super.run(id, ending);
              while (!ending.getAsBoolean()) {
                Thread.onSpinWait();
              }
            }
          };
      JobQueue first = new JobQueue(database.dataSource(), List.of(patient));
      first.begin("the node");
      first.add("endless", "3");
      assertThat(patient.begun.poll(20, TimeUnit.SECONDS)).isEqualTo("3");
      first.stop();

      Noted work = new Noted("endless");
      JobQueue second = new JobQueue(database.dataSource(), List.of(work));
      second.begin("the node");
      assertThat(work.begun.poll(10, TimeUnit.SECONDS)).isEqualTo("3");
      second.stop();
    }
  }

  private static class Noted implements Job {
    final BlockingQueue<String> begun = new LinkedBlockingQueue<>();
    private final String name;

    Noted(String name) {
      this.name = name;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public void run(String id, BooleanSupplier ending) {
      begun.add(id);
    }
  }
}
