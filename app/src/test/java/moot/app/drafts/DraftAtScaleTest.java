package moot.app.drafts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import moot.app.MootApplication;
import moot.app.MootApplication.Served;
import moot.app.SignedIn;
import moot.app.access.PartyKind;
import moot.app.access.Role;
import moot.app.database.Database;
import moot.app.database.DatabaseSettings;
import moot.app.imports.ImportService;
import moot.app.imports.ProgressListener;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A draft of the board with the most practices in England. */
@Tag("measured")
class DraftAtScaleTest {
  private static final String BOARD = "QOP";
  private static final int WARM_UP = 60;
  private static final int MOVES = 200;

  @TempDir Path home;

  @Test
  void aMoveAmongFourHundredPracticesIsAnsweredAtOnce() throws Exception {
    Path file =
        Path.of(System.getProperty("moot.root", ".."), "../shared/data/england-practices-2025.csv");
    assumeTrue(Files.exists(file), "real data not found at " + file + ": skipped");
    System.setProperty("moot.postgres.programs", Path.of("target/postgres").toString());
    Database database = Database.open(new DatabaseSettings(home, null), step -> {});
    new ImportService(database.dataSource()).importFiles(List.of(file), ProgressListener.NONE);
    try (Served served = MootApplication.serveDemo(database, "127.0.0.1", 0)) {
      measure(served);
    }
  }

  private static void measure(Served served) throws Exception {
    SignedIn visitor =
        SignedIn.as(
            served,
            SignedIn.seat(served, PartyKind.FACILITATOR, "chair", "The chair", BOARD, Role.EDITOR));
    String address =
        visitor
            .post("/table/drafts", java.util.Map.of("name", "Large", "from", "today"))
            .uri()
            .getPath();
    long id = Long.parseLong(address.substring(address.lastIndexOf('/') + 1));
    DraftStore drafts = served.context().getBean(DraftStore.class);
    DraftState begun = drafts.findVersion(id, 1).orElseThrow().state();
    List<String> codes = List.copyOf(begun.networkOf().keySet());
    List<String> networks = List.copyOf(begun.networks());
    assertThat(codes).hasSizeGreaterThan(395);
    String token = visitor.token();
    URI home = URI.create(served.address());
    double[] changes = new double[MOVES];
    double[] panels = new double[MOVES];
    for (int move = -WARM_UP; move < MOVES; move++) {
      String form =
          "_csrf=%s&on=%d&what=move&practice=%s&network=%s"
              .formatted(
                  token,
                  drafts.find(id).orElseThrow().current(),
                  codes.get(Math.floorMod(37 * move, codes.size())),
                  networks.get(Math.floorMod(move, networks.size())));
      long before = System.nanoTime();
      HttpResponse<String> changed =
          visitor
              .client()
              .send(
                  HttpRequest.newBuilder(home.resolve(address + "/change"))
                      .header("Accept", "application/json")
                      .header("Content-Type", "application/x-www-form-urlencoded")
                      .POST(HttpRequest.BodyPublishers.ofString(form))
                      .build(),
                  HttpResponse.BodyHandlers.ofString());
      long between = System.nanoTime();
      HttpResponse<String> panel = visitor.get(address + "/panel");
      long after = System.nanoTime();
      assertThat(changed.statusCode()).as(changed.body()).isIn(200, 400);
      assertThat(panel.body()).contains("moot-figures");
      if (move >= 0) {
        changes[move] = (between - before) / 1e6;
        panels[move] = (after - between) / 1e6;
      }
    }
    System.out.printf(
        "At %d practices, over HTTP: a move p50 %.1f ms, p95 %.1f ms; what it does to whom p50 %.1f ms, p95 %.1f ms%n",
        codes.size(), at(changes, 0.5), at(changes, 0.95), at(panels, 0.5), at(panels, 0.95));
    // Beside other work on the same cores the rarest are slow; the middle is not.
    assertThat(at(changes, 0.5)).isLessThan(50);
  }

  private static double at(double[] millis, double share) {
    double[] sorted = millis.clone();
    Arrays.sort(sorted);
    return sorted[(int) (share * (sorted.length - 1))];
  }
}
