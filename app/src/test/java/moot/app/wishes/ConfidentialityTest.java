package moot.app.wishes;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import moot.app.ServedTable;
import moot.app.SignedIn;
import moot.app.access.PartyKind;
import moot.app.access.Role;
import moot.formation.Wish;
import moot.sample.Mereshire;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Hunts for what one practice has said in confidence, in everything that everybody else can get:
 * first for words that nobody else would use, then for any difference at all when the practice says
 * something else.
 */
class ConfidentialityTest {
  private static final String MARK = "Zwetschgendatschi";
  private static final String OTHER_MARK = "Quittengelee";

  /** Whatever is different each time and has nothing to do with it. */
  private static final Pattern VOLATILE =
      Pattern.compile(
          "name=\"_csrf\" value=\"[^\"]*\"|\"timestamp\":\"[^\"]*\"|\\d+(\\.\\d+)? (s|ms|seconds)\\b");

  private static final Pattern PREFERENCE =
      Pattern.compile("\"preferences\"\\s*+:\\s*+(?!0(\\.0+)?\\s*[,}])|\"dislike\"");

  private final Saying saying = new Saying();
  private final List<String> codes = saying.codes();
  private final String victim = codes.getFirst();
  private final JdbcClient jdbc = ServedTable.bean(JdbcClient.class);
  private int responses;

  @Test
  void nobodyElseFindsWhatAPracticeSaysInConfidence() throws Exception {
    Log log = new Log();
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    Level level = root.getLevel();
    log.start();
    // What is logged in detail is for this test to read, not for the terminal.
    Appender<ILoggingEvent> terminal = root.getAppender("terminal");
    root.detachAppender(terminal);
    root.addAppender(log);
    try {
      root.setLevel(Level.DEBUG);
      saying.aRoundSays(8, Wish.NEVER);
      says(MARK, Stance.RELUCTANT, Wish.NEVER);
      SignedIn owner = SignedIn.as(PartyKind.PRACTICE, victim, Role.SIGNATORY);
      assertThat(owner.get("/table/wishes").body()).as("the hunt can find it").contains(MARK);
      // As data too, of which the log keeps quiet.
      assertThat(owner.get("/api/wishes").body()).as("the hunt can find it").contains(MARK);
      tooMuch(owner);
      root.setLevel(level);

      Ids ids = ids();
      for (SignedIn other : everybodyElse()) {
        for (Map.Entry<String, byte[]> answer : everything(other, ids).entrySet()) {
          String text = text(answer.getKey(), answer.getValue());
          String where = answer.getKey() + " as " + who(other);
          assertThat(text).as(where).doesNotContain(MARK);
          assertThat(text).as(where).doesNotContain("£1.2345").doesNotContain("61.7 %");
          assertThat(PREFERENCE.matcher(text).find()).as(where).isFalse();
        }
      }

      // The practice says the contrary of everything; nothing that others see may change.
      List<SignedIn> some =
          List.of(
              SignedIn.as(PartyKind.FACILITATOR, Role.EDITOR),
              SignedIn.as(PartyKind.SYSTEM, Role.ADMINISTRATOR),
              SignedIn.as(PartyKind.LMC, Role.VIEWER),
              SignedIn.as(PartyKind.PRACTICE, codes.get(1), Role.SIGNATORY));
      List<Map<String, byte[]>> before = new ArrayList<>();
      for (SignedIn other : some) {
        before.add(everything(other, ids));
      }
      root.setLevel(Level.DEBUG);
      says(OTHER_MARK, Stance.WILLING, Wish.WITH);
      root.setLevel(level);
      SignedIn facilitator = SignedIn.as(PartyKind.FACILITATOR, Role.EDITOR);
      for (int k = 0; k < some.size(); k++) {
        Map<String, byte[]> after = everything(some.get(k), ids);
        for (Map.Entry<String, byte[]> answer : after.entrySet()) {
          String path = answer.getKey();
          String was = text(path, Objects.requireNonNull(before.get(k).get(path)));
          String is = text(path, answer.getValue());
          String where = path + " as " + who(some.get(k));
          assertThat(is).as(where).doesNotContain(OTHER_MARK);
          // How many entries the chain has is no secret: whose they are is.
          if (!path.contains("/journal/check")) {
            assertThat(still(is)).as(where).isEqualTo(still(was));
          }
        }
      }
      // Nor by having the same draft weighed anew.
      Weighing first = ServedTable.bean(WeighingDesk.class).findLast(ids.draft()).orElseThrow();
      assertThat(
              facilitator
                  .post("/table/drafts/" + ids.draft() + "/wishes/weigh", Map.of())
                  .statusCode())
          .isEqualTo(200);
      Weighing second = ServedTable.bean(WeighingDesk.class).findLast(ids.draft()).orElseThrow();
      assertThat(second.weighedAt()).isAfter(first.weighedAt());
      assertThat(second.tenths()).isEqualTo(first.tenths());
      assertThat(second.groups()).isEqualTo(first.groups());

      assertThat(log.found).as("the log").isEmpty();
      assertThat(log.events).as("the log was listened to").isPositive();
      assertThat(responses).isGreaterThan(2_000);
      System.out.printf(
          "Hunted through %,d responses and %,d lines of the log for what %s said: nothing found.%n",
          responses, log.events, victim);
    } finally {
      root.setLevel(level);
      root.detachAppender(log);
      root.addAppender(terminal);
    }
  }

  private void says(String mark, Stance stance, Wish wish) {
    Map<String, Wish> wishes = new TreeMap<>();
    codes.stream().skip(1).limit(12).forEach(code -> wishes.put(code, wish));
    SignedIn editor = SignedIn.as(PartyKind.PRACTICE, victim, Role.EDITOR);
    Map<String, String> form = new TreeMap<>();
    form.put("stance", stance.name());
    form.put("conditions", "First " + mark + " for everyone.");
    wishes.forEach((code, said) -> form.put("wish-" + code, said.name()));
    form.put(
        "on",
        Integer.toString(
            ServedTable.bean(WishStore.class).getNow(editor.seat().party().id()).number()));
    assertThat(editor.post("/table/wishes", form).statusCode()).isEqualTo(200);
  }

  /** Errors over confidential words do not repeat them into the log either. */
  private void tooMuch(SignedIn owner) {
    String far = MARK.repeat(400);
    assertThat(owner.post("/table/wishes", Map.of("on", "1", "conditions", far)).statusCode())
        .isEqualTo(422);
    assertThat(owner.post("/table/wishes", Map.of("on", "0", "conditions", MARK)).statusCode())
        .isEqualTo(409);
    HttpResponse<String> strange =
        owner.post("/table/wishes", Map.of("on", "1", "stance", MARK, "conditions", MARK));
    assertThat(strange.statusCode()).isEqualTo(400);
    assertThat(strange.body()).doesNotContain(MARK);
    assertThat(owner.post("/table/wishes", Map.of("on", MARK, "conditions", MARK)).body())
        .doesNotContain(MARK);
  }

  // What there is to get.

  /**
   * @param ownScenario of the practice alone, with what it says of its own finances
   */
  private record Ids(
      long run,
      long counted,
      long draft,
      long own,
      long proposal,
      long scenario,
      long ownScenario,
      long roles) {}

  private Ids ids() throws Exception {
    SignedIn facilitator = SignedIn.as(PartyKind.FACILITATOR, Role.EDITOR);
    String form = "/forming/places/" + Mereshire.PLACE + "/new";
    Map<String, String> rules =
        Map.of("travel", "1", "shortfall", "20", "ties", "0", "title", "Open");
    long run = number(facilitator.post(form, rules));
    Map<String, String> with = new TreeMap<>(rules);
    with.put("title", "With what is wanted");
    with.put("countsAnswers", "yes");
    assertThat(SignedIn.as(PartyKind.LMC, Role.EDITOR).post(form, with).statusCode())
        .as("only the facilitator and the system may ask")
        .isEqualTo(403);
    long counted = number(facilitator.post(form, with));
    long draft =
        number(facilitator.post("/table/drafts", Map.of("name", "Weighed", "from", "today")));
    facilitator.post("/table/drafts/" + draft + "/share", Map.of());
    HttpResponse<String> weighed =
        facilitator.post("/table/drafts/" + draft + "/wishes/weigh", Map.of());
    assertThat(weighed.body()).contains("in 10").contains("Only the facilitator sees who");
    long own =
        number(
            SignedIn.as(PartyKind.PRACTICE, victim, Role.EDITOR)
                .post("/table/drafts", Map.of("name", "Ours", "from", "today")));
    // Other tests' searches may stand before these, and some of them never end.
    waitUntil(
        "select count(*) = 0 from forming.run where id in (%d, %d) and state in ('WAITING', 'RUNNING')"
            .formatted(run, counted));
    assertThat(state("select state from forming.run where id = " + counted)).isEqualTo("DONE");
    facilitator.post("/table/drafts/" + draft + "/rest-with-wishes", Map.of("on", "1"));
    waitUntil(
        "select count(*) = 0 from drafts.rest where draft = %d and state in ('WAITING', 'RUNNING')"
            .formatted(draft));
    assertThat(state("select state from drafts.rest where draft = " + draft + " order by id desc"))
        .isEqualTo("DONE");
    // The rest is completed as practices want, so the draft is weighed anew.
    assertThat(facilitator.post("/table/drafts/" + draft + "/wishes/weigh", Map.of()).statusCode())
        .isEqualTo(200);
    long proposal =
        number(
            facilitator.post(
                "/table/consent/new",
                Map.of(
                    "draft",
                    "" + draft,
                    "title",
                    "As it was weighed",
                    "rule",
                    "EACH_PRACTICE",
                    "closes",
                    LocalDate.now().plusDays(30).toString(),
                    "effective",
                    LocalDate.now().plusDays(300).toString())));
    SignedIn practice = SignedIn.as(PartyKind.PRACTICE, victim, Role.EDITOR);
    long roles =
        number(facilitator.post("/funding/roles", Map.of("name", "Open", "network", "UZ0001")));
    facilitator.post("/funding/roles/" + roles + "/share", Map.of());
    return new Ids(
        run,
        counted,
        draft,
        own,
        proposal,
        scenario(practice, true),
        scenario(practice, false),
        roles);
  }

  /** A scenario of a practice in which it says in confidence what it can pay. */
  private static long scenario(SignedIn practice, boolean shared) {
    String from =
        "{title: T, first year: 2026/27, years: 1, practices: [{code: %s, name: N, patients: 9000, willingness: 61.7 %%, headroom: £1.2345}], need: {items: [{cost: C, a year: £9000}]}, sources: [{kind: practices' own money, id: own, per head: £1, willingness: 50 %%, headroom: £2}]}"
            .formatted(practice.seat().party().code());
    long id = number(practice.post("/funding/scenarios/file", Map.of("text", from)));
    assertThat(practice.get("/api/scenarios/" + id).body()).contains("1.2345").contains("61.7");
    if (shared) {
      practice.post("/funding/scenarios/" + id + "/share", Map.of());
    }
    return id;
  }

  private String state(String sql) {
    return jdbc.sql(sql + " limit 1").query(String.class).single();
  }

  private void waitUntil(String sql) throws InterruptedException {
    for (int k = 0; k < 1_200 && !jdbc.sql(sql).query(Boolean.class).single(); k++) {
      Thread.sleep(200);
    }
    assertThat(jdbc.sql(sql).query(Boolean.class).single()).as(sql).isTrue();
  }

  private static long number(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Long.parseLong(answer.uri().getPath().replaceAll(".*/", ""));
  }

  /** Each kind of party in each role; as practice another one. */
  private List<SignedIn> everybodyElse() {
    List<SignedIn> all = new ArrayList<>();
    for (PartyKind kind : PartyKind.values()) {
      for (Role role : Role.values()) {
        all.add(
            kind == PartyKind.PRACTICE
                ? SignedIn.as(kind, codes.get(1), role)
                : SignedIn.as(kind, role));
      }
    }
    return all;
  }

  private static String who(SignedIn other) {
    return other.seat().party().kind() + " " + other.seat().role();
  }

  /** All that a GET can get, by path; what leads nowhere too. */
  private Map<String, byte[]> everything(SignedIn other, Ids ids) throws Exception {
    Map<String, byte[]> all = new TreeMap<>();
    for (String path : paths(ids)) {
      all.put(path, get(other, path));
      responses++;
    }
    return all;
  }

  private Set<String> paths(Ids ids) {
    Set<String> paths = new TreeSet<>();
    for (RequestMappingInfo info :
        ServedTable.served()
            .context()
            .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
            .getHandlerMethods()
            .keySet()) {
      Set<?> methods = info.getMethodsCondition().getMethods();
      if (!methods.isEmpty() && methods.stream().noneMatch(m -> m.toString().equals("GET"))) {
        continue;
      }
      for (String pattern : info.getPatternValues()) {
        filled(pattern, ids).forEach(paths::add);
      }
    }
    paths.add("/table/drafts/" + ids.draft() + "/compare?with=" + ids.draft());
    paths.add("/api/drafts/" + ids.draft() + "/compare?with=" + ids.draft());
    paths.add("/api/journal?about=draft:" + ids.draft());
    paths.add("/forming/compare?left=" + ids.run() + "&right=" + ids.counted());
    paths.add("/api/compare?left=" + ids.run() + "&right=" + ids.counted());
    paths.add("/api/compare?left=today&right=" + ids.counted());
    paths.add("/api/people/parties?place=" + Mereshire.PLACE);
    paths.add("/table/drafts/" + ids.draft() + "?version=1");
    for (String before : List.of("/funding/scenarios/", "/api/scenarios/")) {
      paths.add(before + ids.scenario() + "?version=1");
      paths.add(before + "compare?with=" + ids.scenario() + "&with=" + ids.ownScenario());
    }
    paths.add("/funding/scenarios/" + ids.scenario() + "/scenario.yaml?version=1");
    paths.add("/nothing-here?" + "q=1");
    return paths;
  }

  private List<String> filled(String pattern, Ids ids) {
    if (!pattern.contains("{")) {
      return List.of(pattern);
    }
    List<String> values = new ArrayList<>();
    if (pattern.contains("/drafts/")) {
      values.addAll(List.of("" + ids.draft(), "" + ids.own()));
    } else if (pattern.contains("/scenarios/")) {
      values.addAll(List.of("" + ids.scenario(), "" + ids.ownScenario()));
    } else if (pattern.contains("/proposals/") || pattern.contains("/consent/")) {
      values.add("" + ids.proposal());
    } else if (pattern.contains("/runs/")) {
      values.add("" + ids.counted());
      // Papers take long; the other run's are written by the same code.
      if (!pattern.contains("plan.")) {
        values.add("" + ids.run());
      }
    } else if (pattern.contains("/funding/roles/") || pattern.contains("/role-plans/")) {
      values.add("" + ids.roles());
    } else if (pattern.contains("/places/")) {
      values.add(Mereshire.PLACE.value());
    } else if (pattern.contains("/packs/")) {
      return List.of(pattern.replace("{contract}/{year}", "network-contract/2025-26"));
    } else if (pattern.contains("/fhir/")) {
      values.addAll(List.of(victim, codes.get(1)));
    } else {
      values.add("1");
    }
    values.add("999999");
    return values.stream()
        .map(
            value ->
                pattern
                    .replace("{key}", "alternative-1")
                    .replace("{network}", "UZ0001")
                    .replace("{practice}", victim)
                    .replaceFirst("\\{[^}]*}", value)
                    .replaceAll("\\{[^}]*}", "1"))
        .toList();
  }

  private static byte[] get(SignedIn other, String path) throws Exception {
    HttpResponse<InputStream> answer =
        other
            .client()
            .send(
                HttpRequest.newBuilder(URI.create(ServedTable.address()).resolve(path))
                    .header("Accept", "text/html,application/json;q=0.9,*/*;q=0.8")
                    .build(),
                HttpResponse.BodyHandlers.ofInputStream());
    try (InputStream body = answer.body()) {
      boolean stream =
          answer.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream");
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      all.writeBytes((answer.statusCode() + "\n").getBytes(StandardCharsets.UTF_8));
      // How a body is sent, whole or in parts, is chance.
      List<String> head = new ArrayList<>();
      for (String name : List.of("content-type", "content-disposition", "location")) {
        head.addAll(answer.headers().allValues(name));
      }
      all.writeBytes((head + "\n").getBytes(StandardCharsets.UTF_8));
      if (stream) {
        Thread.sleep(100);
        all.writeBytes(body.readNBytes(Math.min(body.available(), 10_000)));
      } else {
        body.transferTo(all);
      }
      return all.toByteArray();
    }
  }

  /** The text of an answer, unpacked where it is packed. */
  private static String text(String path, byte[] body) throws IOException {
    String text = new String(body, StandardCharsets.UTF_8);
    if (!text.startsWith("200")) {
      return text;
    }
    int head = text.indexOf("]\n") + 2;
    byte[] file = java.util.Arrays.copyOfRange(body, head, body.length);
    if (path.endsWith(".pdf")) {
      try (PDDocument document = org.apache.pdfbox.Loader.loadPDF(file)) {
        return new PDFTextStripper().getText(document);
      }
    }
    if (path.endsWith(".xlsx")) {
      StringBuilder all = new StringBuilder();
      Path kept = Files.createTempFile("hunt", ".xlsx");
      Files.write(kept, file);
      try (ZipFile zip = new ZipFile(kept.toFile())) {
        for (ZipEntry entry : java.util.Collections.list(zip.entries())) {
          if (!entry.getName().startsWith("docProps")) {
            byte[] part = zip.getInputStream(entry).readAllBytes();
            all.append(new String(part, StandardCharsets.UTF_8));
          }
        }
      } finally {
        Files.delete(kept);
      }
      return all.toString();
    }
    return text;
  }

  private static String still(String text) {
    return VOLATILE.matcher(text).replaceAll("");
  }

  /** Listens to everything that is logged. */
  private static final class Log extends AppenderBase<ILoggingEvent> {
    private final Queue<String> found = new ConcurrentLinkedQueue<>();
    private volatile int events;

    @Override
    protected void append(ILoggingEvent event) {
      events++;
      String line = event.getFormattedMessage() + event.getThrowableProxy();
      if (line.contains(MARK) || line.contains(OTHER_MARK)) {
        found.add(event.getLoggerName() + ": " + line);
      }
    }
  }
}
