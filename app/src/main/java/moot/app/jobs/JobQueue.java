package moot.app.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes work and does it in the background, two pieces at a time. */
@Component
public class JobQueue implements SmartLifecycle {
  private static final int AT_A_TIME = 2;
  private static final Duration HEARTBEAT = Duration.ofSeconds(5);

  private final DataSource dataSource;
  private final Map<String, Job> jobs;
  private final Map<String, OneTimeTask<Void>> tasks = new LinkedHashMap<>();
  private volatile @Nullable Scheduler scheduler;
  private volatile boolean ending;

  JobQueue(DataSource dataSource, List<Job> jobs) {
    this.dataSource = dataSource;
    this.jobs = jobs.stream().collect(Collectors.toMap(Job::name, job -> job));
    this.jobs.forEach((name, job) -> tasks.put(name, task(job)));
  }

  /** Puts a piece of work into the queue; nothing happens when it is there already. */
  public void add(String job, String id) {
    OneTimeTask<Void> task = tasks.get(job);
    if (task == null) {
      throw new IllegalArgumentException("no job " + job + " among " + tasks.keySet());
    }
    Scheduler running = scheduler;
    if (running == null) {
      throw new IllegalStateException("the queue has not started");
    }
    running.scheduleIfNotExists(task.instance(id), Instant.now());
  }

  /** The queue starts once the address is known by which this node tells its work from others'. */
  @EventListener
  void onServing(WebServerInitializedEvent event) {
    begin("moot at " + host() + ":" + event.getWebServer().getPort());
  }

  /**
   * Begins to work.
   *
   * @param name of this node: the same at each of its starts, and no other node's
   */
  void begin(String name) {
    // What this very node had begun before it was killed. Other nodes' work is found by its missing
    // heartbeat.
    JdbcClient.create(dataSource)
        .sql(
            """
            update scheduled_tasks
            set picked = false, picked_by = null, last_heartbeat = null, version = version + 1
            where picked_by = :name
            """)
        .param("name", name)
        .update();
    Scheduler started =
        Scheduler.create(dataSource, List.copyOf(tasks.values()))
            .schedulerName(() -> name)
            .threads(AT_A_TIME)
            .pollingInterval(Duration.ofSeconds(2))
            .heartbeatInterval(HEARTBEAT)
            .shutdownMaxWait(Duration.ofSeconds(4))
            .enableImmediateExecution()
            .build();
    started.start();
    scheduler = started;
  }

  @Override
  public void start() {
    ending = false;
  }

  @Override
  public void stop() {
    ending = true;
    Scheduler running = scheduler;
    if (running != null) {
      running.stop();
      scheduler = null;
    }
  }

  @Override
  public boolean isRunning() {
    return !ending;
  }

  /** Started before the web server, which is what starts the scheduler; stopped after it. */
  @Override
  public int getPhase() {
    return 0;
  }

  private OneTimeTask<Void> task(Job job) {
    return Tasks.oneTime(job.name())
        .onFailure(
            (complete, operations) -> operations.reschedule(complete, Instant.now().plusSeconds(1)))
        .execute(
            (instance, context) -> {
              job.run(instance.getId(), () -> ending);
              if (ending) {
                throw new IllegalStateException("Moot ends; to be done at the next start");
              }
            });
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      LoggerFactory.getLogger(JobQueue.class).debug("no host name", e);
      return "unknown host";
    }
  }
}
