package moot.voice.consent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What makes one answer the same as another, and too long. */
class AnswerTest {
  private static final Answer YES = new Answer.Agrees();
  private static final Answer LEASE = new Answer.AgreesOn("the lease is signed");
  private static final Answer FAR = new Answer.Objects("too far");

  @Test
  void theSameWordsOfTheSameKindSayTheSame() {
    assertThat(YES.saysTheSameAs(new Answer.Agrees())).isTrue();
    assertThat(FAR.saysTheSameAs(new Answer.Objects(" too far "))).isTrue();
    assertThat(LEASE.saysTheSameAs(new Answer.AgreesOn("the lease is signed", true, true)))
        .as("whatever was recorded since")
        .isTrue();
  }

  @Test
  void otherWordsOrAnotherKindDoNot() {
    assertThat(YES.saysTheSameAs(LEASE)).isFalse();
    assertThat(FAR.saysTheSameAs(new Answer.Objects("too small"))).isFalse();
    assertThat(new Answer.AgreesOn("too far").saysTheSameAs(FAR)).isFalse();
  }

  @Test
  void aThousandCharactersAreNotTooMany() {
    assertThat(new Answer.Objects("x".repeat(1_000)).problem()).isEmpty();
    assertThat(new Answer.Objects("x".repeat(1_001)).problem())
        .hasValueSatisfying(words -> assertThat(words).contains("1,001").contains("Maybe"));
    assertThat(YES.problem()).isEmpty();
  }
}
