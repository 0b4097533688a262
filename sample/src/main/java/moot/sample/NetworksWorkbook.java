package moot.sample;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import moot.register.NetworkCode;
import moot.register.PracticeCode;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Networks and their members since the beginning, like ODS {@code ePCN.xlsx} with both sheets. */
final class NetworksWorkbook {
  private static final LocalDateTime ALWAYS = LocalDateTime.of(2025, 1, 1, 0, 0);

  private NetworksWorkbook() {}

  static Path write(Mereshire place, Path file) throws IOException {
    // Read back through the directory at its end: the writer's entries carry no sizes of their own.
    Path dated = Files.createTempFile("moot", ".xlsx");
    try {
      try (OutputStream out = Files.newOutputStream(dated);
          Workbook workbook = new Workbook(out, "Moot", "1.0")) {
        networks(place, workbook.newWorksheet("PCNDetails"));
        members(place, workbook.newWorksheet("PCN Core Partner Details"));
      }
      withoutTime(dated, file);
    } finally {
      Files.delete(dated);
    }
    return file;
  }

  private static void networks(Mereshire place, Worksheet sheet) {
    row(
        sheet,
        0,
        "PCN Code",
        "PCN Name",
        "Current Sub ICB Loc Code",
        "Sub ICB Location",
        "Open Date",
        "Close Date",
        "Address Line 1",
        "Address Line 2",
        "Address Line 3",
        "Address Line 4",
        "Address Line 5",
        "Postcode");
    int line = 0;
    for (SampleNetwork network : place.networks()) {
      SamplePractice first = place.listMembers(network.code()).getFirst();
      row(
          sheet,
          ++line,
          network.code().value(),
          network.name(),
          first.subLocation(),
          PublishedTables.subLocationName(first.subLocation()),
          PublishedTables.compact(Mereshire.NETWORKS_BEGAN),
          "",
          first.name(),
          "",
          "",
          first.settlement(),
          "",
          first.postcode());
    }
  }

  private static void members(Mereshire place, Worksheet sheet) {
    row(
        sheet,
        0,
        "Partner\nOrganisation\nCode",
        "Partner\nName",
        "Practice\nParent\nSub ICB Loc Code",
        "Practice\nParent\nSub ICB Loc Name",
        "PCN Code",
        "PCN Name",
        "PCN Parent\nSub ICB Loc Code",
        "PCN Parent\nSub ICB Loc Name",
        "Practice to PCN\nRelationship\nStart Date",
        "Practice to PCN\nRelationship\nEnd Date",
        "Practice Sub ICB Loc and PCN Sub ICB Loc Match ");
    Map<PracticeCode, SamplePractice> practices = new TreeMap<>();
    place.practices().forEach(p -> practices.put(p.code(), p));
    Map<NetworkCode, SampleNetwork> networks = new TreeMap<>();
    place.networks().forEach(n -> networks.put(n.code(), n));
    int line = 0;
    for (SampleMembership membership : place.memberships()) {
      SamplePractice practice = Objects.requireNonNull(practices.get(membership.practice()));
      SampleNetwork network = Objects.requireNonNull(networks.get(membership.network()));
      String networkIn = place.listMembers(network.code()).getFirst().subLocation();
      row(
          sheet,
          ++line,
          practice.code().value(),
          practice.name(),
          practice.subLocation(),
          PublishedTables.subLocationName(practice.subLocation()),
          network.code().value(),
          network.name(),
          networkIn,
          PublishedTables.subLocationName(networkIn),
          PublishedTables.compact(membership.from()),
          membership.to() == null ? "" : PublishedTables.compact(membership.to()),
          practice.subLocation().equals(networkIn) ? "1" : "0");
    }
  }

  private static void row(Worksheet sheet, int line, String... cells) {
    for (int i = 0; i < cells.length; i++) {
      if (!cells[i].isEmpty()) {
        sheet.value(line, i, cells[i]);
      }
    }
  }

  /** A workbook records when it was made; the same place has to give the same bytes. */
  private static void withoutTime(Path dated, Path file) throws IOException {
    try (ZipFile from = new ZipFile(dated.toFile());
        ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(file))) {
      for (ZipEntry entry : Collections.list(from.entries())) {
        ZipEntry copy = new ZipEntry(entry.getName());
        copy.setTimeLocal(ALWAYS);
        to.putNextEntry(copy);
        String text = new String(from.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
        if (entry.getName().equals("docProps/core.xml")) {
          text = text.replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "2025-01-01T00:00:00Z");
        }
        to.write(text.getBytes(StandardCharsets.UTF_8));
        to.closeEntry();
      }
    }
  }
}
