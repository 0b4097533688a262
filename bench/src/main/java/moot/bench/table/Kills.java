package moot.bench.table;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import moot.app.database.Database;
import moot.app.database.DatabaseSettings;
import moot.app.journal.JournalReader;
import moot.bench.table.Visitor.Offered;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Kills the application or the database under it, at random, while people consent and edit; then
 * looks whether each write that was acknowledged is there, the journal's chain holds, and every
 * version of every draft is whole.
 *
 * <p>Arguments: how often (50), how many people (20), the seed (1), the port (8491). Ends with 1
 * when anything is missing.
 */
public final class Kills {
  private static final Pattern AFTER = Pattern.compile("name=\"after\" value=\"(\\d+)\"");

  private final DemoProcess demo;
  private final SplittableRandom random;
  private final Queue<Move> moves = new ConcurrentLinkedQueue<>();
  private final Queue<String> reasons = new ConcurrentLinkedQueue<>();
  private volatile boolean over;

  /** A change of a draft that was acknowledged. */
  private record Move(long draft, int version, String practice, String network) {}

  private Kills(DemoProcess demo, long seed) {
    this.demo = demo;
    this.random = new SplittableRandom(seed);
  }

  public static void main(String[] args) throws Exception {
    int kills = args.length > 0 ? Integer.parseInt(args[0]) : 50;
    int people = args.length > 1 ? Integer.parseInt(args[1]) : 20;
    long seed = args.length > 2 ? Long.parseLong(args[2]) : 1;
    int port = args.length > 3 ? Integer.parseInt(args[3]) : 8491;
    DemoProcess demo = new DemoProcess(DemoProcess.folder("moot-kills"), port);
    Kills run = new Kills(demo, seed);
    demo.start();
    try {
      run.run(kills, people);
    } finally {
      demo.close();
    }
    System.exit(run.check() ? 0 : 1);
  }

  private void run(int kills, int people) throws Exception {
    List<Offered> offered = new Visitor(demo.address()).offered();
    Visitor facilitator = new Visitor(demo.address());
    facilitator.signIn(seat(offered, "Facilitator", "editor"));
    List<Draft> drafts = new ArrayList<>();
    for (int d = 1; d <= 3; d++) {
      drafts.add(Draft.make(facilitator, "Under fire " + d));
    }
    long proposal = put(facilitator, drafts.getFirst().id());
    List<Offered> signatories =
        offered.stream().filter(one -> one.role().equals("authorised signatory")).toList();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> all = new ArrayList<>();
      for (int p = 0; p < people; p++) {
        long seat = signatories.get(signatories.size() - 1 - p * 2).seat();
        SplittableRandom own = random.split();
        Draft draft = drafts.get(p % drafts.size());
        boolean edits = p % 2 == 0;
        all.add(threads.submit(() -> keepOn(seat, edits, draft, proposal, own)));
      }
      int applications = 0;
      for (int k = 1; k <= kills; k++) {
        TimeUnit.MILLISECONDS.sleep(500 + random.nextInt(3_500));
        boolean application = random.nextBoolean();
        if (application) {
          applications++;
          demo.killApplication();
          if (random.nextInt(3) == 0) {
            demo.killDatabase(); // both at once
          }
          demo.start();
        } else {
          demo.killDatabase();
          waitUntilItAnswers();
        }
        System.out.printf(
            "kill %d of %d (%s): %,d moves and %,d answers acknowledged so far%n",
            k, kills, application ? "application" : "database", moves.size(), reasons.size());
      }
      System.out.printf(
          "%d times the application, %d times the database%n", applications, kills - applications);
      over = true;
      for (Future<?> one : all) {
        one.get();
      }
    }
  }

  private static long seat(List<Offered> offered, String party, String role) {
    return offered.stream()
        .filter(one -> one.party().contains(party) && one.role().equals(role))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no " + role + " of " + party))
        .seat();
  }

  private static long put(Visitor facilitator, long draft)
      throws IOException, InterruptedException {
    LocalDate today = LocalDate.now();
    Map<String, String> form = new HashMap<>();
    form.put("draft", Long.toString(draft));
    form.put("title", "Under fire");
    form.put("rule", "EACH_PRACTICE");
    form.put("percent", "50");
    form.put("closes", today.plusDays(28).toString());
    form.put("effective", today.plusDays(60).toString());
    HttpResponse<String> answer = facilitator.post("/table/consent/new", form);
    String address = answer.headers().firstValue("Location").orElse("");
    if (answer.statusCode() != 302) {
      throw new IOException("not put: " + answer.statusCode() + " " + answer.body());
    }
    return Long.parseLong(address.substring(address.lastIndexOf('/') + 1));
  }

  private void waitUntilItAnswers() throws InterruptedException, IOException {
    Visitor stranger = new Visitor(demo.address());
    Instant until = Instant.now().plus(Duration.ofSeconds(60));
    while (true) {
      try {
        if (stranger.get("/sign-in").statusCode() == 200) {
          return;
        }
      } catch (IOException e) {
        // not yet
      }
      if (Instant.now().isAfter(until)) {
        throw new IOException("the demo does not answer a minute after its database was killed");
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  /** Goes on whatever happens; what fails is tried again, and only what is acknowledged counts. */
  private void keepOn(long seat, boolean edits, Draft draft, long proposal, SplittableRandom own) {
    Visitor visitor = null;
    int nr = 0;
    while (!over) {
      try {
        TimeUnit.MILLISECONDS.sleep(own.nextInt(200));
        if (visitor == null) {
          Visitor fresh = new Visitor(demo.address());
          fresh.signIn(seat);
          visitor = fresh;
        }
        if (edits) {
          move(visitor, draft, own);
        } else {
          answer(visitor, proposal, "reason %d of seat %d".formatted(++nr, seat));
        }
      } catch (IOException e) {
        visitor = null; // signs in again, as a person would
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private void move(Visitor visitor, Draft draft, SplittableRandom own)
      throws IOException, InterruptedException {
    HttpResponse<String> page = visitor.get("/table/drafts/" + draft.id() + "/panel");
    if (page.statusCode() != 200) {
      throw new IOException("panel: " + page.statusCode());
    }
    String practice = draft.practices().get(own.nextInt(draft.practices().size()));
    String network = draft.networks().get(own.nextInt(draft.networks().size()));
    HttpResponse<String> answer =
        visitor.post(
            "/table/drafts/" + draft.id() + "/change",
            Map.of(
                "on",
                Integer.toString(Draft.version(page.body())),
                "what",
                "move",
                "practice",
                practice,
                "network",
                network),
            "application/json");
    int version = Draft.acknowledged(answer);
    if (version > 0) {
      moves.add(new Move(draft.id(), version, practice, network));
    } else if (answer.statusCode() >= 500 || answer.statusCode() == 403) {
      throw new IOException("move: " + answer.statusCode());
    }
  }

  private void answer(Visitor visitor, long proposal, String reason)
      throws IOException, InterruptedException {
    HttpResponse<String> page = visitor.get("/table/consent/" + proposal);
    Matcher after = AFTER.matcher(page.body());
    if (page.statusCode() != 200 || !after.find()) {
      throw new IOException("proposal: " + page.statusCode());
    }
    HttpResponse<String> answer =
        visitor.post(
            "/table/consent/" + proposal + "/answer",
            Map.of("answer", "OBJECTS", "words", reason, "after", after.group(1)));
    if (answer.statusCode() == 302) {
      reasons.add(reason);
    } else if (answer.statusCode() >= 500 || answer.statusCode() == 403) {
      throw new IOException("answer: " + answer.statusCode());
    }
  }

  /** Looks into the database itself, once everything has ended. */
  private boolean check() {
    List<String> missing = new ArrayList<>();
    try (Database database =
        Database.open(new DatabaseSettings(demo.demoHome(), null), step -> {})) {
      JdbcClient jdbc = JdbcClient.create(database.dataSource());
      for (Move move : moves) {
        String network =
            jdbc.sql(
                    """
                    select content -> 'networkOf' ->> :practice from drafts.version
                    where draft = :draft and number = :version
                    """)
                .param("practice", move.practice())
                .param("draft", move.draft())
                .param("version", move.version())
                .query(String.class)
                .optional()
                .orElse("(no such version)");
        if (!move.network().equals(network)) {
          missing.add("%s, but there it is %s".formatted(move, network));
        }
      }
      TreeSet<String> kept =
          new TreeSet<>(
              jdbc.sql("select words from consent.answer where words is not null")
                  .query(String.class)
                  .list());
      reasons.stream().filter(one -> !kept.contains(one)).forEach(missing::add);
      int torn =
          jdbc.sql(
                  """
                  select count(*) from drafts.draft d
                  where d.latest <> (select count(*) from drafts.version v where v.draft = d.id)
                    or d.latest <> (select max(number) from drafts.version v where v.draft = d.id)
                    or d.current > d.latest
                    or exists (select from drafts.version v where v.draft = d.id
                      and (v.state_of > v.number or v.made_from >= v.number
                        or jsonb_typeof(v.content -> 'networkOf') <> 'object'))
                  """)
              .query(Integer.class)
              .single();
      int entries =
          jdbc.sql("select count(*) from journal.entry where deed = 'consent.given'")
              .query(Integer.class)
              .single();
      int answers = jdbc.sql("select count(*) from consent.answer").query(Integer.class).single();
      JournalReader.Walked walked = new JournalReader(database.dataSource()).walk(entry -> true);
      System.out.printf(
          "%,d acknowledged moves and %,d acknowledged answers: %d missing%n",
          moves.size(), reasons.size(), missing.size());
      missing.stream().limit(10).forEach(one -> System.out.println("  " + one));
      System.out.printf("%d corrupt drafts%n", torn);
      System.out.printf(
          "journal: %,d entries, %s%n",
          walked.entries(),
          walked.misfit() == null
              ? "all fit"
              : "entry " + walked.misfit().number() + " does not fit");
      System.out.printf("%,d answers in the table, %,d of them in the journal%n", answers, entries);
      return missing.isEmpty()
          && torn == 0
          && walked.misfit() == null
          && entries == answers
          && !moves.isEmpty()
          && !reasons.isEmpty();
    }
  }
}
