package moot.app.fhir;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import moot.app.access.Seat;
import moot.app.web.ToldToVisitors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder;

/** FHIR R4, read only. */
@RestController
@RequestMapping(produces = {FhirApi.FHIR_JSON, "application/json"})
class FhirApi {
  static final String FHIR_JSON = "application/fhir+json";
  private static final int MOST = 200;

  private final Directory directory;

  FhirApi(Directory directory) {
    this.directory = directory;
  }

  /** What of FHIR there is. */
  @GetMapping("/api/fhir/metadata")
  Map<String, Object> metadata() {
    Map<String, Object> statement = new LinkedHashMap<>();
    statement.put("resourceType", "CapabilityStatement");
    statement.put("status", "active");
    statement.put("date", "2026-11-22");
    statement.put("kind", "instance");
    statement.put("software", Map.of("name", "Moot"));
    statement.put(
        "implementation",
        Map.of("description", "Practices, networks and memberships of the places in sight"));
    statement.put("fhirVersion", "4.0.1");
    statement.put("format", List.of("json"));
    statement.put(
        "rest",
        List.of(
            Map.of(
                "mode",
                "server",
                "resource",
                List.of(
                    resource(
                        "Organization", "identifier", "token", "name", "string", "type", "token"),
                    resource(
                        "OrganizationAffiliation",
                        "primary-organization",
                        "reference",
                        "participating-organization",
                        "reference",
                        "date",
                        "date",
                        "role",
                        "token")))));
    return statement;
  }

  private static Map<String, Object> resource(String type, String... parameters) {
    List<Map<String, Object>> search = new ArrayList<>();
    for (int p = 0; p < parameters.length; p += 2) {
      search.add(Map.of("name", parameters[p], "type", parameters[p + 1]));
    }
    Map<String, Object> resource = new LinkedHashMap<>();
    resource.put("type", type);
    resource.put("interaction", List.of(Map.of("code", "read"), Map.of("code", "search-type")));
    resource.put("searchParam", search);
    return resource;
  }

  @GetMapping("/api/fhir/Organization")
  Map<String, Object> organizations(
      Seat seat,
      @RequestParam(required = false) @Nullable String identifier,
      @RequestParam(required = false) @Nullable String name,
      @RequestParam(required = false) @Nullable String type,
      @RequestParam(name = "_count", defaultValue = "50") int count,
      @RequestParam(defaultValue = "1") int page) {
    Collection<Map<String, Object>> found = directory.listOrganizations(seat).values();
    if (identifier != null) {
      Optional<String> code = Directory.code(identifier);
      found = where(found, one -> code.filter(c -> c.equals(one.get("id"))).isPresent());
    }
    if (name != null) {
      String start = name.toLowerCase(Locale.UK);
      found =
          where(
              found,
              one -> String.valueOf(one.get("name")).toLowerCase(Locale.UK).startsWith(start));
    }
    if (type != null) {
      String role = type.substring(type.indexOf('|') + 1);
      found = where(found, one -> hasCode(one.get("type"), role));
    }
    UriComponentsBuilder self = base().path("Organization");
    add(self, "identifier", identifier);
    add(self, "name", name);
    add(self, "type", type);
    return bundle(List.copyOf(found), count, page, self);
  }

  @GetMapping("/api/fhir/Organization/{id}")
  Map<String, Object> organization(Seat seat, @PathVariable String id) {
    return found(directory.listOrganizations(seat).get(id), "Organization", id);
  }

  /**
   * @param date the day asked about; today without it
   */
  @GetMapping("/api/fhir/OrganizationAffiliation")
  Map<String, Object> affiliations(
      Seat seat,
      @RequestParam(name = "primary-organization", required = false) @Nullable String primary,
      @RequestParam(name = "participating-organization", required = false)
          @Nullable String participating,
      @RequestParam(required = false) @Nullable String role,
      @RequestParam(required = false) @Nullable String date,
      @RequestParam(name = "_count", defaultValue = "50") int count,
      @RequestParam(defaultValue = "1") int page) {
    Collection<Map<String, Object>> found = directory.listAffiliations(seat, day(date)).values();
    if (primary != null) {
      String code = Directory.referred(primary);
      found = where(found, one -> refersTo(one.get("organization"), code));
    }
    if (participating != null) {
      String code = Directory.referred(participating);
      found = where(found, one -> refersTo(one.get("participatingOrganization"), code));
    }
    if (role != null) {
      String code = role.substring(role.indexOf('|') + 1);
      found = where(found, one -> hasCode(one.get("code"), code));
    }
    UriComponentsBuilder self = base().path("OrganizationAffiliation");
    add(self, "primary-organization", primary);
    add(self, "participating-organization", participating);
    add(self, "role", role);
    add(self, "date", date);
    return bundle(List.copyOf(found), count, page, self);
  }

  @GetMapping("/api/fhir/OrganizationAffiliation/{id}")
  Map<String, Object> affiliation(Seat seat, @PathVariable String id) {
    return found(
        directory.listAffiliations(seat, LocalDate.now()).get(id), "OrganizationAffiliation", id);
  }

  /** The address of this server's FHIR, as the one who asks has it. */
  private static UriComponentsBuilder base() {
    return ServletUriComponentsBuilder.fromCurrentContextPath().path("/api/fhir/");
  }

  private static LocalDate day(@Nullable String date) {
    if (date == null) {
      return LocalDate.now();
    }
    try {
      return LocalDate.parse(date.startsWith("eq") ? date.substring(2) : date);
    } catch (DateTimeParseException e) {
      throw new ToldToVisitors(
          400,
          "date %s: expected a day such as 2026-04-01. Maybe a prefix other than eq was meant?"
              .formatted(date));
    }
  }

  private static Map<String, Object> found(
      @Nullable Map<String, Object> resource, String type, String id) {
    if (resource == null) {
      throw new ToldToVisitors(
          404,
          "There is no %s %s that you may see. Maybe the code is mistyped?".formatted(type, id));
    }
    return resource;
  }

  private static List<Map<String, Object>> where(
      Collection<Map<String, Object>> all, Predicate<Map<String, Object>> test) {
    return all.stream().filter(test).toList();
  }

  private static boolean hasCode(@Nullable Object concepts, String code) {
    if (!(concepts instanceof List<?> list)) {
      return false;
    }
    return list.stream()
        .anyMatch(
            concept ->
                concept instanceof Map<?, ?> map
                    && map.get("coding") instanceof List<?> codings
                    && codings.stream()
                        .anyMatch(
                            coding ->
                                coding instanceof Map<?, ?> one && code.equals(one.get("code"))));
  }

  private static boolean refersTo(@Nullable Object reference, String code) {
    return reference instanceof Map<?, ?> map
        && ("Organization/" + code).equals(map.get("reference"));
  }

  private static void add(UriComponentsBuilder self, String name, @Nullable String value) {
    if (value != null) {
      self.queryParam(name, value);
    }
  }

  private static Map<String, Object> bundle(
      List<Map<String, Object>> all, int count, int page, UriComponentsBuilder self) {
    int size = Math.clamp(count, 0, MOST);
    int pages = size == 0 ? 1 : Math.max(1, (all.size() + size - 1) / size);
    int number = Math.clamp(page, 1, pages);
    List<Map<String, Object>> links = new ArrayList<>();
    links.add(link("self", self, size, number));
    if (number > 1) {
      links.add(link("previous", self, size, number - 1));
    }
    if (number < pages) {
      links.add(link("next", self, size, number + 1));
    }
    List<Map<String, Object>> entries = new ArrayList<>();
    int from = Math.min((number - 1) * size, all.size());
    for (Map<String, Object> one : all.subList(from, Math.min(from + size, all.size()))) {
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put(
          "fullUrl",
          base().path(one.get("resourceType") + "/" + one.get("id")).build().toUriString());
      entry.put("resource", one);
      entry.put("search", Map.of("mode", "match"));
      entries.add(entry);
    }
    Map<String, Object> bundle = new LinkedHashMap<>();
    bundle.put("resourceType", "Bundle");
    bundle.put("type", "searchset");
    bundle.put("total", all.size());
    bundle.put("link", links);
    if (!entries.isEmpty()) {
      bundle.put("entry", entries);
    }
    return bundle;
  }

  private static Map<String, Object> link(
      String relation, UriComponentsBuilder self, int size, int page) {
    return Map.of(
        "relation",
        relation,
        "url",
        self.cloneBuilder()
            .queryParam("_count", size)
            .queryParam("page", page)
            .build()
            .encode()
            .toUriString());
  }
}
