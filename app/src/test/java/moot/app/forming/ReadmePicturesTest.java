package moot.app.forming;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import moot.app.Chromium;
import moot.app.Pictures;
import moot.app.ServedTable;
import moot.app.SignedIn;
import moot.app.access.PartyKind;
import moot.app.access.Role;
import moot.app.demo.Demo;
import moot.sample.Mereshire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Takes the README's pictures: {@code ./moot screenshots}. */
@EnabledIfSystemProperty(
    named = "moot.pictures",
    matches = ".+",
    disabledReason = "pictures are taken by ./moot screenshots")
class ReadmePicturesTest {
  @Test
  void theSamplePlaceBesideItsProvedPlan() throws Exception {
    Path folder = Path.of(System.getProperty("moot.root"), System.getProperty("moot.pictures"));
    Files.createDirectories(folder);
    Demo.offer(ServedTable.served());
    RunStore runs = ServedTable.bean(RunStore.class);
    long until = System.nanoTime() + 120_000_000_000L;
    while (runs.findBest(Mereshire.PLACE).filter(Run::proved).isEmpty()) {
      assertThat(System.nanoTime()).as("time").isLessThan(until);
      Thread.sleep(200);
    }
    SignedIn visitor = SignedIn.as(PartyKind.FACILITATOR, Role.EDITOR);
    String page = ServedTable.address() + "forming/places/ZME";
    Pictures.take(
        visitor, page, Chromium.DESKTOP, 1_260, false, folder.resolve("forming-1280.png"));
    Pictures.take(visitor, page, Chromium.PHONE, 844, false, folder.resolve("forming-390.png"));
  }
}
