package moot.funding.packs;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import moot.funding.Mark;
import moot.funding.terms.NewRole;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Every role that networks may claim for: since when, its band, and whose staff it may draw. What
 * is reimbursed for one stands in the packs of the network contract.
 *
 * @param sources code to the page in words
 * @param notes what a reader must know of it
 * @param roles in the order of their beginning
 */
public record NewRoles(Map<String, String> sources, List<String> notes, List<NewRole> roles) {
  private static final Shape SHAPE = new Shape("new-roles.schema.json");

  public NewRoles {
    sources = Map.copyOf(sources);
    notes = List.copyOf(notes);
    roles = List.copyOf(roles);
  }

  /** The one that comes with Moot. */
  public static NewRoles shipped() {
    return Shipped.TABLE;
  }

  private static final class Shipped {
    static final NewRoles TABLE = read("new-roles.yaml", Packs.resource("new-roles.yaml"));
  }

  /**
   * Reads a table in the form of the shipped one.
   *
   * @param file its name, for complaints
   * @throws BadPack with all that is wrong with it
   */
  public static NewRoles read(String file, String text) {
    LinedYaml yaml = SHAPE.read(file, text);
    JsonNode root = yaml.root();
    Map<String, String> sources = new LinkedHashMap<>();
    root.path("sources").forEachEntry((code, page) -> sources.put(code, page.asString()));
    List<NewRole> roles = new ArrayList<>();
    Set<String> seen = new LinkedHashSet<>();
    for (int i = 0; i < root.path("roles").size(); i++) {
      JsonNode node = root.path("roles").path(i);
      NewRole role = role(node);
      if (!seen.add(role.role())) {
        yaml.complain(
            List.of("roles", i, "role"),
            "role \"%s\" twice".formatted(role.role()),
            "each role once",
            "Maybe it was copied?");
      }
      for (String code : role.sources()) {
        yaml.checkSource(List.of("roles", i, "sources"), code, sources.keySet());
      }
      String other = role.countsAs();
      if (other != null && !seen.contains(other)) {
        yaml.complain(
            List.of("roles", i, "counts as"),
            "counts as \"%s\"".formatted(other),
            "a role that stands before it",
            NearMiss.maybe(other, seen, "Maybe it is still to be listed?"));
      }
      roles.add(role);
    }
    yaml.throwIfAnything();
    return new NewRoles(
        sources, root.path("notes").valueStream().map(JsonNode::asString).toList(), roles);
  }

  private static NewRole role(JsonNode node) {
    return new NewRole(
        node.path("role").asString(),
        node.path("title").asString(),
        words(node, "band"),
        LocalDate.parse(node.path("from").asString()),
        Mark.find(node.path("mark").asString()).orElseThrow(),
        node.path("sources").valueStream().map(JsonNode::asString).toList(),
        words(node, "counts as"),
        node.path("services").valueStream().map(JsonNode::asString).toList(),
        words(node, "note"));
  }

  private static @Nullable String words(JsonNode node, String name) {
    return node.has(name) ? node.path(name).asString() : null;
  }

  public Optional<NewRole> find(String role) {
    return roles.stream().filter(one -> one.role().equals(role)).findFirst();
  }

  /** A role as a reader knows it; one that is none of them by its own word. */
  public String title(String role) {
    return find(role).map(NewRole::title).orElse(role);
  }

  /** The role whose maximum and cap hold for a role: itself, where it counts as no other. */
  public String countedAs(String role) {
    return find(role).map(NewRole::countsAs).orElse(role);
  }

  /** Those that a post may have: not those that others count as, which say less. */
  public List<NewRole> toChoose() {
    return roles.stream()
        .filter(role -> roles.stream().noneMatch(one -> role.role().equals(one.countsAs())))
        .toList();
  }

  /** Kinds of local services, each with the roles that its staff could fill. */
  public Map<String, List<NewRole>> byService() {
    Map<String, List<NewRole>> all = new LinkedHashMap<>();
    for (NewRole role : toChoose()) {
      role.services().forEach(kind -> all.computeIfAbsent(kind, _ -> new ArrayList<>()).add(role));
    }
    return all;
  }
}
