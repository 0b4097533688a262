package moot.app.forming;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.zip.GZIPOutputStream;
import moot.app.jobs.Job;
import moot.app.jobs.JobQueue;
import moot.app.register.ImportRecord;
import moot.app.register.RegisterStore;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Has the map of all practices drawn once for each state of the register, in the background. */
@Component
class OverviewDesk implements Job {
  private static final String NAME = "forming-overview";

  /** Goes up when the same register is drawn in another way. */
  private static final int DRAWING = 1;

  private static final Duration LOOK_EVERY = Duration.ofSeconds(15);

  private final JdbcClient jdbc;
  private final RegisterStore register;
  private final ObjectProvider<JobQueue> queue;

  OverviewDesk(JdbcClient jdbc, RegisterStore register, ObjectProvider<JobQueue> queue) {
    this.jdbc = jdbc;
    this.register = register;
    this.queue = queue;
  }

  /** The map for the browser, gzipped JSON; empty while it is being drawn. */
  Optional<byte[]> findMap() {
    return find("map");
  }

  /** The drawing for browsers without script, gzipped SVG; empty while it is being drawn. */
  Optional<byte[]> findDrawing() {
    return find("drawing");
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void run(String state, BooleanSupplier ending) {
    if (!state.equals(state())) {
      return; // the register has changed again; that has its own job
    }
    Overview overview = new Overview(register.listPractices(), register.listNetworkNames());
    jdbc.sql(
            """
            insert into forming.overview (register_state, map, drawing)
            values (:state, :map, :drawing) on conflict do nothing
            """)
        .param("state", state)
        .param("map", pack(overview.json()))
        .param("drawing", pack(overview.svg()))
        .update();
    jdbc.sql("delete from forming.overview where register_state <> :state")
        .param("state", state)
        .update();
  }

  /** An import may come from a terminal, so the register itself is asked now and then. */
  @EventListener(ApplicationReadyEvent.class)
  void watch() {
    Thread.ofVirtual()
        .name("overview")
        .start(
            () -> {
              try {
                while (!Thread.currentThread().isInterrupted()) {
                  drawIfNeeded();
                  Thread.sleep(LOOK_EVERY);
                }
              } catch (InterruptedException | IllegalStateException | DataAccessException e) {
                LoggerFactory.getLogger(OverviewDesk.class).debug("Moot ends", e);
              }
            });
  }

  void drawIfNeeded() {
    if (findMap().isEmpty()) {
      queue.getObject().add(NAME, state());
    }
  }

  private Optional<byte[]> find(String column) {
    return jdbc.sql("select " + column + " from forming.overview where register_state = :state")
        .param("state", state())
        .query((rs, row) -> rs.getBytes(1))
        .optional();
  }

  private String state() {
    List<ImportRecord> imports = register.listImports();
    int newest = imports.isEmpty() ? 0 : imports.getFirst().id();
    return "%d on %s, drawing %d".formatted(newest, LocalDate.now(), DRAWING);
  }

  private static byte[] pack(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
