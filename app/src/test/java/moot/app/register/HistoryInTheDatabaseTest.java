package moot.app.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import moot.register.Fact;
import moot.register.History;
import moot.register.Known;
import moot.register.RelationKind;
import moot.register.Source;
import moot.register.Span;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The one query of the database and the rule in plain Java give the same answers. */
class HistoryInTheDatabaseTest {
  private static final LocalDate START = LocalDate.of(2020, 1, 1);

  private final DataSource dataSource = RegisterForTests.emptied();
  private final JdbcClient jdbc = JdbcClient.create(dataSource);
  private final RegisterStore register = new RegisterStore(dataSource, RegisterForTests.CLOCK);

  @Test
  void overRandomHistories() {
    long seed = 20250401;
    Random random = new Random(seed);
    List<Known<Fact.Relation>> said = new ArrayList<>();
    for (int s = 1; s <= 12; s++) {
      Source source = insertSource(s, START.plusDays(random.nextInt(10) * 30L));
      for (int r = 0; r < 40; r++) {
        said.add(insert(source, random));
      }
    }
    for (int ask = 0; ask < 300; ask++) {
      LocalDate trueDate = START.plusDays(random.nextInt(360) - 30);
      LocalDate knownDate = START.plusDays(random.nextInt(360) - 30);
      Map<String, String> expected = new TreeMap<>();
      History.asOf(said, RelationKind.MEMBER_OF, trueDate, knownDate)
          .forEach((practice, known) -> expected.put(practice, String.valueOf(known.fact().to())));
      Map<String, String> actual =
          register.listMemberships(trueDate, knownDate).stream()
              .collect(
                  Collectors.toMap(
                      m -> m.practice().value(),
                      m -> m.network().value(),
                      (one, other) -> one,
                      TreeMap::new));
      assertThat(actual)
          .as("seed %d, on %s as known on %s", seed, trueDate, knownDate)
          .isEqualTo(expected);
    }
  }

  private Source insertSource(int nr, LocalDate knownFrom) {
    String sha = "%064d".formatted(nr);
    int id =
        jdbc.sql(
                """
                insert into register.source (
                  file_name, kind, sha256, facts_sha256, bytes, rows, facts, known_from,
                  known_from_basis)
                values ('f', 'k', :sha, :sha, 1, 1, 1, :known, 'b') returning id
                """)
            .param("sha", sha)
            .param("known", knownFrom)
            .query(Integer.class)
            .single();
    return new Source(id, "f", "k", sha, knownFrom);
  }

  /** Spells of one practice in one file begin on different days, so that the last is known. */
  private Known<Fact.Relation> insert(Source source, Random random) {
    Fact.Relation relation = null;
    while (relation == null) {
      String practice = "P" + random.nextInt(6);
      String network = random.nextInt(5) == 0 ? null : "N" + random.nextInt(4);
      LocalDate from = START.plusDays(random.nextInt(300));
      LocalDate to = random.nextBoolean() ? null : from.plusDays(random.nextInt(120));
      boolean free =
          jdbc.sql(
                  """
                  select count(*) = 0 from register.relation_fact
                  where source = :source and of_code = :of and true_from = :from
                  """)
              .param("source", source.id())
              .param("of", practice)
              .param("from", from)
              .query(Boolean.class)
              .single();
      if (free) {
        relation =
            new Fact.Relation(RelationKind.MEMBER_OF, practice, network, Span.between(from, to));
      }
    }
    jdbc.sql(
            """
            insert into register.relation_fact (
              source, kind, of_code, to_code, true_from, true_to, start_known)
            values (:source, 'MEMBER_OF', :of, :to, :from, :until, true)
            """)
        .param("source", source.id())
        .param("of", relation.of())
        .param("to", relation.to())
        .param("from", relation.span().from())
        .param("until", relation.span().to())
        .update();
    return new Known<>(relation, source);
  }
}
