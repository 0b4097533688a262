package moot.register;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PostcodeTest {
  @Test
  void isReadHoweverItIsSpacedAndCased() {
    assertThat(Postcode.find("st163sr")).contains(new Postcode("ST16 3SR"));
    assertThat(Postcode.find("PE2  5GP")).contains(new Postcode("PE2 5GP"));
    assertThat(Postcode.find(" B1 1AY ")).contains(new Postcode("B1 1AY"));
    assertThat(Postcode.find("EC1A 1BB")).contains(new Postcode("EC1A 1BB"));
  }

  @Test
  void otherTextIsNone() {
    assertThat(Postcode.find("")).isEmpty();
    assertThat(Postcode.find("unknown")).isEmpty();
    assertThat(Postcode.find("ST16 3S")).isEmpty();
    assertThat(Postcode.find("12345")).isEmpty();
  }
}
