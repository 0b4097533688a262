package moot.app.fhir;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import moot.app.access.PartyKind;
import moot.app.access.Seat;
import moot.app.consent.NominatedPayees;
import moot.app.consent.NominatedPayees.NominatedPayee;
import moot.app.register.Membership;
import moot.app.register.PracticeNow;
import moot.app.register.RegisterStore;
import moot.register.NetworkCode;
import moot.register.PlaceCode;
import moot.register.PracticeCode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The part of the register that a seat may look at, as FHIR resources, by their ids. */
@Component
class Directory {
  private final RegisterStore register;
  private final NominatedPayees payees;

  Directory(RegisterStore register, NominatedPayees payees) {
    this.register = register;
    this.payees = payees;
  }

  /** Practices and networks, by ODS code, which is the resource's id as well. */
  TreeMap<String, Map<String, Object>> listOrganizations(Seat seat) {
    TreeMap<String, Map<String, Object>> all = new TreeMap<>();
    Set<NetworkCode> networks = new TreeSet<>();
    for (PracticeNow practice : practices(seat)) {
      all.put(practice.code().value(), practice(practice));
      if (practice.network() != null) {
        networks.add(practice.network());
      }
    }
    Map<NetworkCode, String> names = register.listNetworkNames();
    for (NetworkCode network : networks) {
      all.put(
          network.value(),
          organization(
              network.value(),
              names.getOrDefault(network, network.value()),
              List.of(Codes.NETWORK)));
    }
    return all;
  }

  /**
   * Who is a core network practice of which network on a day, and who is nominated to be paid for
   * it, by id.
   */
  TreeMap<String, Map<String, Object>> listAffiliations(Seat seat, LocalDate on) {
    Map<PracticeCode, String> practices = new TreeMap<>();
    practices(seat).forEach(practice -> practices.put(practice.code(), practice.name()));
    Map<NetworkCode, String> networks = register.listNetworkNames();
    TreeMap<String, Map<String, Object>> all = new TreeMap<>();
    for (Membership one : register.listMemberships(on, LocalDate.now())) {
      String name = practices.get(one.practice());
      if (name != null) {
        all.put(
            one.practice() + "-" + one.network(),
            affiliation(one, name, networks.get(one.network()), on));
      }
    }
    PlaceCode place = seat.party().place();
    if (place != null) {
      for (NominatedPayee one : payees.list(place, on)) {
        all.put(one.network() + "-payee", payee(one, practices, networks.get(one.network())));
      }
    }
    return all;
  }

  private List<PracticeNow> practices(Seat seat) {
    if (seat.party().kind() == PartyKind.INSTALLATION) {
      return register.listPractices();
    }
    PlaceCode place = seat.party().place();
    return place == null ? List.of() : register.listPractices(place);
  }

  private static Map<String, Object> practice(PracticeNow practice) {
    Map<String, Object> resource =
        organization(
            practice.code().value(),
            practice.name(),
            List.of(Codes.PRESCRIBING_COST_CENTRE, Codes.PRACTICE));
    if (practice.postcode() != null) {
      resource.put("address", List.of(Map.of("use", "work", "postalCode", practice.postcode())));
    }
    return resource;
  }

  private static Map<String, Object> organization(
      String code, String name, List<Map<String, Object>> roles) {
    Map<String, Object> resource = new LinkedHashMap<>();
    resource.put("resourceType", "Organization");
    resource.put("id", code);
    resource.put("identifier", List.of(Map.of("system", Codes.ODS, "value", code)));
    resource.put("active", true);
    List<Map<String, Object>> types = new ArrayList<>();
    roles.forEach(role -> types.add(Map.of("coding", List.of(role))));
    resource.put("type", types);
    resource.put("name", name);
    return resource;
  }

  private static Map<String, Object> affiliation(
      Membership one, String practiceName, @Nullable String networkName, LocalDate on) {
    Map<String, Object> period = new LinkedHashMap<>();
    // A day on which somebody was only seen there is no beginning.
    if (one.span().startKnown()) {
      period.put("start", one.span().from().toString());
    }
    if (one.span().to() != null) {
      period.put("end", one.span().to().toString());
    }
    Map<String, Object> resource = new LinkedHashMap<>();
    resource.put("resourceType", "OrganizationAffiliation");
    resource.put("id", one.practice() + "-" + one.network());
    resource.put("active", on.equals(LocalDate.now()));
    if (!period.isEmpty()) {
      resource.put("period", period);
    }
    // The practice is partner to the network: ODS writes the relationship on the practice's record.
    resource.put(
        "organization",
        reference(
            one.network().value(), networkName == null ? one.network().value() : networkName));
    resource.put("participatingOrganization", reference(one.practice().value(), practiceName));
    resource.put("code", List.of(Map.of("coding", List.of(Codes.PARTNER))));
    return resource;
  }

  private static Map<String, Object> payee(
      NominatedPayee one, Map<PracticeCode, String> practices, @Nullable String networkName) {
    Map<String, Object> resource = new LinkedHashMap<>();
    resource.put("resourceType", "OrganizationAffiliation");
    resource.put("id", one.network() + "-payee");
    resource.put("active", true);
    resource.put("period", Map.of("start", one.from().toString()));
    resource.put(
        "organization",
        reference(
            one.network().value(), networkName == null ? one.network().value() : networkName));
    // A payee that is no practice of the place, such as a federation, is known by name alone.
    resource.put(
        "participatingOrganization",
        practices.entrySet().stream()
            .filter(
                practice ->
                    practice.getKey().value().equalsIgnoreCase(one.payee())
                        || practice.getValue().equalsIgnoreCase(one.payee()))
            .findFirst()
            .map(practice -> reference(practice.getKey().value(), practice.getValue()))
            .orElseGet(() -> new LinkedHashMap<>(Map.of("display", one.payee()))));
    resource.put("code", List.of(Map.of("coding", List.of(Codes.NOMINATED_PAYEE))));
    return resource;
  }

  private static Map<String, Object> reference(String code, String name) {
    Map<String, Object> reference = new LinkedHashMap<>();
    reference.put("reference", "Organization/" + code);
    reference.put("type", "Organization");
    reference.put("identifier", Map.of("system", Codes.ODS, "value", code));
    reference.put("display", name);
    return reference;
  }

  /**
   * The code that a search parameter of type token names: {@code CODE}, or {@code system|CODE} with
   * either spelling of the system.
   *
   * @return empty when it names another system, in which nothing is
   */
  static Optional<String> code(String token) {
    int bar = token.indexOf('|');
    if (bar < 0) {
      return Optional.of(token);
    }
    String system = token.substring(0, bar);
    return system.equals(Codes.ODS) || system.equals(Codes.ODS_BRITISH)
        ? Optional.of(token.substring(bar + 1))
        : Optional.empty();
  }

  /** The code in a reference such as {@code Organization/A81001} or {@code A81001}. */
  static String referred(String reference) {
    return reference.startsWith("Organization/")
        ? reference.substring("Organization/".length())
        : reference;
  }
}
