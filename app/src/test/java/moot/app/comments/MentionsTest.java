package moot.app.comments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import moot.app.comments.Mentions.Nameable;
import org.junit.jupiter.api.Test;

class MentionsTest {
  private static final Nameable MERE = new Nameable(false, 1, "Mere Valley");
  private static final Nameable NETWORK = new Nameable(false, 2, "Mere Valley Network");
  private static final Nameable OSEI = new Nameable(true, 3, "Dr Amara Osei");
  private static final Nameable NAMESAKE = new Nameable(true, 4, "Dr Amara Osei");
  private static final List<Nameable> ALL = List.of(MERE, NETWORK, OSEI, NAMESAKE);

  private static Set<Nameable> in(String text) {
    return Mentions.in(text, ALL);
  }

  @Test
  void anAtSignAndANameInAnyCase() {
    assertThat(in("Could @mere valley, look at this?")).containsExactly(MERE);
  }

  @Test
  void theLongestNameIsMeant() {
    assertThat(in("@Mere Valley Network should say")).containsExactly(NETWORK);
  }

  @Test
  void namesakesAreAllMeant() {
    assertThat(in("Ask @Dr Amara Osei.")).containsExactlyInAnyOrder(OSEI, NAMESAKE);
  }

  @Test
  void aLongerWordAnAddressAndANameWithoutTheSignNameNobody() {
    assertThat(in("@Mere Valleys")).isEmpty();
    assertThat(in("write to x@Mere Valley")).isEmpty();
    assertThat(in("Mere Valley")).isEmpty();
    assertThat(in("@")).isEmpty();
  }
}
