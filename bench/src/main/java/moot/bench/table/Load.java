package moot.bench.table;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import moot.bench.table.Visitor.Offered;

/**
 * Many people at one table at once: each looks at pages, moves practices in shared drafts and
 * comments, with a few seconds of thought between. The demo runs in a process of its own; those who
 * ask run beside it on the same machine.
 *
 * <p>Arguments: how many people (200), for how many seconds (300), the longest thought in seconds
 * (10), the port (8490). Ends with 1 when anything was answered wrongly.
 */
public final class Load {
  private static final int DRAFTS = 10;
  private static final List<String> VIEWS =
      List.of("/table", "/table/drafts", "/table/consent", "/table/wishes", "/forming", "/journal");

  private final Map<String, Queue<Double>> took = new ConcurrentSkipListMap<>();
  private final Queue<String> wrong = new ConcurrentLinkedQueue<>();

  private Load() {}

  public static void main(String[] args) throws Exception {
    int people = args.length > 0 ? Integer.parseInt(args[0]) : 200;
    int seconds = args.length > 1 ? Integer.parseInt(args[1]) : 300;
    double thought = args.length > 2 ? Double.parseDouble(args[2]) : 10;
    int port = args.length > 3 ? Integer.parseInt(args[3]) : 8490;
    try (DemoProcess demo = new DemoProcess(DemoProcess.folder("moot-load"), port)) {
      demo.start();
      Load load = new Load();
      load.run(demo, people, Duration.ofSeconds(seconds), thought);
      System.exit(load.report(people, seconds) ? 0 : 1);
    }
  }

  private void run(DemoProcess demo, int people, Duration time, double thought) throws Exception {
    List<Offered> offered =
        new Visitor(demo.address())
            .offered().stream()
                .filter(
                    one -> !one.role().equals("viewer") && !one.party().contains("installation"))
                .toList();
    Visitor first = new Visitor(demo.address());
    first.signIn(
        offered.stream()
            .filter(one -> one.party().contains("Facilitator"))
            .findFirst()
            .orElseThrow()
            .seat());
    List<Draft> drafts = new ArrayList<>();
    for (int d = 1; d <= DRAFTS; d++) {
      drafts.add(Draft.make(first, "Load " + d));
    }
    List<Visitor> visitors = new ArrayList<>();
    for (int p = 0; p < people; p++) {
      Visitor visitor = new Visitor(demo.address());
      visitor.signIn(offered.get(p % offered.size()).seat());
      visitors.add(visitor);
    }
    System.out.printf("%d people are signed in%n", people);
    Instant end = Instant.now().plus(time);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> all = new ArrayList<>();
      for (int p = 0; p < people; p++) {
        Visitor visitor = visitors.get(p);
        SplittableRandom random = new SplittableRandom(p);
        all.add(threads.submit(() -> sit(visitor, drafts, random, thought, end)));
      }
      for (Future<?> one : all) {
        one.get();
      }
    }
  }

  private void sit(
      Visitor visitor, List<Draft> drafts, SplittableRandom random, double thought, Instant end) {
    try {
      while (true) {
        TimeUnit.MILLISECONDS.sleep((long) (1000 * thought * random.nextDouble()));
        if (Instant.now().isAfter(end)) {
          return;
        }
        Draft draft = drafts.get(random.nextInt(drafts.size()));
        int what = random.nextInt(10);
        if (what < 5) {
          String view =
              random.nextInt(3) == 0
                  ? "/table/drafts/" + draft.id()
                  : VIEWS.get(random.nextInt(VIEWS.size()));
          ask("view", view, 200, () -> visitor.get(view));
        } else if (what < 9) {
          move(visitor, draft, random);
        } else {
          ask(
              "comment",
              "a comment",
              302,
              () ->
                  visitor.post(
                      "/table/comments",
                      Map.of(
                          "subject",
                          "draft:" + draft.id(),
                          "body",
                          "Could we look at this once more? " + random.nextInt(1_000_000))));
        }
      }
    } catch (IOException e) {
      wrong.add("no answer: " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Two requests as the page's script sends them: the change, and what is to be shown then. */
  private void move(Visitor visitor, Draft draft, SplittableRandom random)
      throws IOException, InterruptedException {
    String panel = "/table/drafts/" + draft.id() + "/panel";
    HttpResponse<String> before = ask("panel", panel, 200, () -> visitor.get(panel));
    if (before.statusCode() != 200) {
      return;
    }
    int version = Draft.version(before.body());
    String practice = draft.practices().get(random.nextInt(draft.practices().size()));
    String network = draft.networks().get(random.nextInt(draft.networks().size()));
    long start = System.nanoTime();
    HttpResponse<String> answer =
        visitor.post(
            "/table/drafts/" + draft.id() + "/change",
            Map.of(
                "on",
                Integer.toString(version),
                "what",
                "move",
                "practice",
                practice,
                "network",
                network),
            "application/json");
    note("move", start);
    // To be told that somebody else was first, or that it is there already, is an answer too.
    if (answer.statusCode() != 200 && answer.statusCode() != 409 && answer.statusCode() != 400) {
      wrong.add("move: " + answer.statusCode() + " " + answer.body());
    }
  }

  @FunctionalInterface
  private interface Asking {
    HttpResponse<String> ask() throws IOException, InterruptedException;
  }

  private HttpResponse<String> ask(String kind, String what, int expected, Asking asking)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    HttpResponse<String> answer = asking.ask();
    note(kind, start);
    if (answer.statusCode() != expected) {
      wrong.add(what + ": " + answer.statusCode());
    }
    return answer;
  }

  private void note(String kind, long start) {
    took.computeIfAbsent(kind, k -> new ConcurrentLinkedQueue<>())
        .add((System.nanoTime() - start) / 1e6);
  }

  private boolean report(int people, int seconds) {
    Map<String, Queue<Double>> all = new TreeMap<>(took);
    Queue<Double> together = new ConcurrentLinkedQueue<>();
    took.values().forEach(together::addAll);
    all.put("together", together);
    System.out.printf(
        "%d people, %d s, %d cores%n", people, seconds, Runtime.getRuntime().availableProcessors());
    System.out.printf(
        "%-10s %9s %10s %10s %10s %10s%n", "", "answers", "median", "p95", "p99", "most");
    all.forEach(
        (kind, times) -> {
          double[] sorted = times.stream().mapToDouble(Double::doubleValue).sorted().toArray();
          System.out.printf(
              "%-10s %,9d %7.0f ms %7.0f ms %7.0f ms %7.0f ms%n",
              kind,
              sorted.length,
              at(sorted, 0.5),
              at(sorted, 0.95),
              at(sorted, 0.99),
              at(sorted, 1));
        });
    System.out.printf("%d answered wrongly or not at all%n", wrong.size());
    wrong.stream()
        .limit(10)
        .forEach(
            line -> System.out.println("  " + line.substring(0, Math.min(300, line.length()))));
    return wrong.isEmpty();
  }

  private static double at(double[] sorted, double share) {
    return sorted.length == 0
        ? Double.NaN
        : sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  }
}
