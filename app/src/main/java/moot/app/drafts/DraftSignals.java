package moot.app.drafts;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Tells those who look at a draft that something about it is new, whichever node it happened on:
 * the database tells all nodes (LISTEN and NOTIFY), each node its own visitors. Only that something
 * is new is told; what it is, each visitor asks for and is given as their seat allows.
 */
@Component
class DraftSignals implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(DraftSignals.class);
  private static final int WAIT_MILLIS = 2_000;
  private static final int HEARTBEATS_MILLIS = 20_000;
  private static final int MOST_LISTENERS = 2_000;

  private final DataSource dataSource;
  private final Map<Long, Set<SseEmitter>> listeners = new ConcurrentHashMap<>();
  private volatile boolean running;
  private volatile @Nullable Thread thread;

  DraftSignals(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** A line to somebody who looks at a draft. */
  SseEmitter listen(long draft) {
    SseEmitter emitter = new SseEmitter(TimeUnit.MINUTES.toMillis(10));
    if (listeners.values().stream().mapToInt(Set::size).sum() >= MOST_LISTENERS) {
      emitter.complete();
      return emitter;
    }
    Set<SseEmitter> here = listeners.computeIfAbsent(draft, d -> ConcurrentHashMap.newKeySet());
    here.add(emitter);
    emitter.onCompletion(() -> drop(draft, emitter));
    emitter.onTimeout(emitter::complete);
    emitter.onError(error -> drop(draft, emitter));
    // What happened before the line stood is found by looking once.
    send(draft, emitter, "look");
    return emitter;
  }

  private void drop(long draft, SseEmitter emitter) {
    listeners.computeIfPresent(
        draft,
        (d, here) -> {
          here.remove(emitter);
          return here.isEmpty() ? null : here;
        });
  }

  private void send(long draft, SseEmitter emitter, String what) {
    try {
      emitter.send(SseEmitter.event().name("draft").data(what));
    } catch (IOException | IllegalStateException e) {
      drop(draft, emitter); // the visitor has gone
    }
  }

  private void tell(String payload) {
    int blank = payload.indexOf(' ');
    if (blank > 0) {
      long draft = Long.parseLong(payload.substring(0, blank));
      listeners
          .getOrDefault(draft, Set.of())
          .forEach(emitter -> send(draft, emitter, payload.substring(blank + 1)));
    }
  }

  private void tellAll(String what) {
    listeners.forEach((draft, here) -> here.forEach(emitter -> send(draft, emitter, what)));
  }

  private void listen() {
    while (running) {
      try (Connection connection = dataSource.getConnection()) {
        try (Statement statement = connection.createStatement()) {
          statement.execute("listen " + DraftStore.CHANNEL);
        }
        // Whatever was told while nobody listened.
        tellAll("look");
        pass(connection.unwrap(PGConnection.class));
        try (Statement statement = connection.createStatement()) {
          statement.execute("unlisten " + DraftStore.CHANNEL);
        }
      } catch (SQLException e) {
        if (running) {
          LOG.warn("The line to the database broke, trying again: {}", e.getMessage());
          pause();
        }
      }
    }
  }

  private void pass(PGConnection line) throws SQLException {
    long heartbeat = System.currentTimeMillis();
    while (running) {
      PGNotification[] heard = line.getNotifications(WAIT_MILLIS);
      if (heard != null) {
        for (PGNotification notification : heard) {
          tell(notification.getParameter());
        }
      }
      if (System.currentTimeMillis() - heartbeat > HEARTBEATS_MILLIS) {
        heartbeat = System.currentTimeMillis();
        tellAll("still here"); // finds those who have gone
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(1_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void start() {
    running = true;
    thread = Thread.ofPlatform().name("draft-signals").daemon().start(this::listen);
  }

  @Override
  public void stop() {
    running = false;
    listeners.values().forEach(here -> here.forEach(SseEmitter::complete));
    listeners.clear();
    Thread listening = thread;
    if (listening != null) {
      try {
        listening.join(WAIT_MILLIS + 1_000L);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
