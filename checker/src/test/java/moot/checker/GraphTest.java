package moot.checker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GraphTest {
  /** On the circle is not in it: both diagonals of a square stand. */
  @Test
  void theCornersOfASquareAreAllNeighbours() {
    assertThat(pairs("a 0 0", "b 1000 0", "c 1000 1000", "d 0 1000"))
        .containsExactly("a–b", "a–c", "a–d", "b–c", "b–d", "c–d");
  }

  /** A millimetre inside is inside. */
  @Test
  void aMillimetreDecides() {
    assertThat(
            pairs("a 400000 300000", "b 401000 300000", "c 401000 301000", "d 400000.001 301000"))
        .doesNotContain("a–c")
        .contains("b–d");
  }

  @Test
  void onARoadOnlyTheNextOneIsANeighbour() {
    assertThat(pairs("a 0 0", "b 10 0", "c 20 0")).containsExactly("a–b", "b–c");
  }

  @Test
  void thoseUnderOneRoofShareTheirNeighbours() {
    assertThat(pairs("a 0 0", "b 0 0", "c 10 0", "d 20 0"))
        .containsExactly("a–b", "a–c", "b–c", "c–d");
  }

  @Test
  void aGroupIsLinkedByItsOwnMembersOnly() {
    Graph road = Graph.gabriel(practices("a 0 0", "b 10 0", "c 20 0"));

    assertThat(road.links(Set.of("a", "b", "c"))).isTrue();
    assertThat(road.links(Set.of("a", "c"))).isFalse();
    assertThat(road.links(Set.of("c"))).isTrue();
  }

  private static Set<String> pairs(String... sites) {
    return Graph.gabriel(practices(sites)).pairs();
  }

  private static List<Practice> practices(String... sites) {
    List<Practice> all = new ArrayList<>();
    for (String site : sites) {
      String[] words = site.split(" ", -1);
      all.add(
          new Practice(
              words[0],
              Double.parseDouble(words[1]),
              Double.parseDouble(words[2]),
              1,
              null,
              null,
              null,
              null));
    }
    return all;
  }
}
