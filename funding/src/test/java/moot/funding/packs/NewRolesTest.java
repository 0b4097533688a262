package moot.funding.packs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import moot.funding.terms.NewRole;
import moot.funding.terms.Pack;
import moot.funding.terms.RoleMaximum;
import org.junit.jupiter.api.Test;

class NewRolesTest {
  private final NewRoles roles = NewRoles.shipped();

  /** Every pack names every role that had begun by the end of its year, and no other. */
  @Test
  void everyPackNamesTheRolesOfItsYear() {
    for (Pack pack : Packs.shipped().list()) {
      if (!pack.contract().equals("network-contract")) {
        continue;
      }
      Set<String> begun =
          roles.roles().stream()
              .filter(role -> role.countsAs() == null)
              .filter(role -> !role.from().isAfter(pack.year().to()))
              .map(NewRole::role)
              .collect(Collectors.toSet());
      assertThat(pack.maxima().stream().map(RoleMaximum::role).collect(Collectors.toSet()))
          .as(pack.year().toString())
          .isEqualTo(begun);
    }
  }

  @Test
  void packsAndTableCallARoleAlike() {
    Map<String, NewRole> table = new HashMap<>();
    roles.roles().forEach(role -> table.put(role.role(), role));
    for (Pack pack : Packs.shipped().list()) {
      for (RoleMaximum maximum : pack.maxima()) {
        assertThat(table).containsKey(maximum.role());
        NewRole role = Objects.requireNonNull(table.get(maximum.role()));
        assertThat(maximum.title()).as(pack.year() + maximum.role()).isEqualTo(role.title());
        assertThat(maximum.band()).as(pack.year() + maximum.role()).isEqualTo(role.band());
      }
    }
  }

  @Test
  void theAmbulanceTrustIsADonorOfParamedics() {
    assertThat(roles.find("paramedic").orElseThrow().from()).hasToString("2021-04-01");
    assertThat(roles.byService().getOrDefault("ambulance", List.of()))
        .extracting(NewRole::role)
        .containsExactly("paramedic", "advanced-practitioner");
    assertThat(roles.byService().keySet())
        .contains("physiotherapy", "pharmacy", "mental health", "community nursing");
    assertThat(roles.toChoose())
        .extracting(NewRole::role)
        .contains(
            "gp-assistant",
            "digital-and-transformation-lead",
            "apprentice-physician-associate",
            "mental-health-practitioner-adults",
            "mental-health-practitioner-young-people")
        .doesNotContain("mental-health-practitioner");
  }

  @Test
  void aBadTableIsRefusedWithItsLines() {
    String text =
        Packs.resource("new-roles.yaml")
            .replace("counts as: mental-health-practitioner", "counts as: mental-health")
            .replaceFirst("sources: \\[WESSEX", "sources: [WESEX");

    assertThatThrownBy(() -> NewRoles.read("mine.yaml", text))
        .isInstanceOf(BadPack.class)
        .hasMessageContaining("mine.yaml:")
        .hasMessageContaining("source \"WESEX\"")
        .hasMessageContaining("Maybe \"WESSEX\"?")
        .hasMessageContaining("counts as \"mental-health\"");
  }
}
