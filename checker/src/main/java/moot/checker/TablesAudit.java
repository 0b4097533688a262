package moot.checker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Whether the other files of a plan say the same as {@code plan.json}. */
final class TablesAudit {
  private final WrittenPlan plan;
  private final Place place;
  private final Findings findings;
  private final Map<String, WrittenPlan.Network> networkOf = new TreeMap<>();

  TablesAudit(WrittenPlan plan, Place place, Findings findings) {
    this.plan = plan;
    this.place = place;
    this.findings = findings;
    for (WrittenPlan.Network network : plan.networks()) {
      network.practices().forEach(code -> networkOf.put(code, network));
    }
  }

  void csv(Path file) throws IOException {
    String name = String.valueOf(file.getFileName());
    if (!Files.exists(file)) {
      findings.wrong(name, "it is missing");
      return;
    }
    TreeSet<String> unseen = new TreeSet<>(networkOf.keySet());
    InputReading.rows(
        file,
        List.of("practice_code", "network", "hub"),
        row -> {
          String code = InputReading.field(file, row, "practice_code");
          WrittenPlan.Network network = networkOf.get(code);
          if (network == null) {
            findings.wrong(name, "practice %s is in no network of plan.json", code);
          } else if (!unseen.remove(code)) {
            findings.wrong(name, "practice %s is there twice", code);
          } else {
            String in = InputReading.field(file, row, "network");
            String hub = InputReading.field(file, row, "hub");
            compare(name, code, "network", in, network.id());
            compare(name, code, "hub", hub, network.hub());
          }
        });
    unseen.forEach(code -> findings.wrong(name, "practice %s is missing", code));
  }

  private void compare(
      String name, String code, String what, @Nullable String here, @Nullable String there) {
    if (!Objects.equals(here, there)) {
      findings.wrong(
          name,
          "%s of practice %s is %s, in plan.json %s",
          what,
          code,
          orNone(here),
          orNone(there));
    }
  }

  private static String orNone(@Nullable String value) {
    return value == null ? "none" : value;
  }

  void geoJson(Path file) throws IOException {
    String name = String.valueOf(file.getFileName());
    if (!Files.exists(file)) {
      findings.wrong(name, "it is missing");
      return;
    }
    TreeSet<String> practices = new TreeSet<>(networkOf.keySet());
    Map<String, WrittenPlan.Network> networks = new HashMap<>();
    plan.networks().forEach(network -> networks.put(network.id(), network));
    for (Json feature : Json.read(file).get("features").list()) {
      Json properties = feature.get("properties");
      switch (properties.get("kind").text()) {
        case "practice" -> {
          String code = properties.get("code").text();
          practices.remove(code);
          practice(name, code, properties);
        }
        case "network" -> {
          String id = properties.get("id").text();
          WrittenPlan.Network network = networks.remove(id);
          if (network == null) {
            findings.wrong(name, "network %s is there twice or not in plan.json", id);
          } else {
            network(name, network, properties);
          }
        }
        default -> {
          // Other things may be drawn too.
        }
      }
    }
    practices.forEach(code -> findings.wrong(name, "practice %s is missing", code));
    networks.keySet().forEach(id -> findings.wrong(name, "network %s is missing", id));
  }

  private void practice(String name, String code, Json properties) {
    Json in = properties.find("network");
    WrittenPlan.Network network = networkOf.get(code);
    compare(
        name,
        code,
        "network",
        in == null ? null : in.text(),
        network == null ? null : network.id());
    boolean hub = network != null && network.hub().equals(code);
    if (properties.get("hub").flag() != hub) {
      findings.wrong(
          name, hub ? "practice %s is not shown as hub" : "practice %s is shown as hub", code);
    }
    Practice practice = place.practices().get(code);
    if (practice == null) {
      findings.wrong(name, "practice %s is not in input.csv", code);
    } else if (properties.get("patients").whole() != practice.list()) {
      findings.wrong(
          name,
          "practice %s has %d patients, in input.csv %d",
          code,
          properties.get("patients").whole(),
          practice.list());
    }
  }

  private void network(String name, WrittenPlan.Network network, Json properties) {
    String where = name + ", network " + network.id();
    if (!properties.get("hub").text().equals(network.hub())) {
      findings.wrong(
          where, "hub is %s, in plan.json %s", properties.get("hub").text(), network.hub());
    }
    if (!new TreeSet<>(properties.get("members").texts())
        .equals(new TreeSet<>(network.practices()))) {
      findings.wrong(where, "its members differ from plan.json");
    }
    if (properties.get("patients").whole() != network.patients()) {
      findings.wrong(
          where,
          "%d patients, in plan.json %d",
          properties.get("patients").whole(),
          network.patients());
    }
    findings.compare(where, "cost", properties.get("cost").number(), network.cost());
  }
}
