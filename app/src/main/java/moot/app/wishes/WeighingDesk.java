package moot.app.wishes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import moot.app.access.PartyKind;
import moot.app.access.Seat;
import moot.app.web.ToldToVisitors;
import moot.app.wishes.Answers.Round;
import moot.app.wishes.DraftsToWeigh.Weighable;
import moot.formation.Forming;
import moot.formation.Preference;
import moot.formation.Stability;
import moot.formation.Wish;
import moot.register.PracticeCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Weighs drafts against what practices want. The facilitator alone asks for it, for drafts that the
 * whole table sees; a draft that differs too little from one weighed before is not weighed.
 */
@Service
class WeighingDesk {
  private static final int MOST_GROUPS = 10;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final JdbcClient jdbc;
  private final Answers answers;

  WeighingDesk(JdbcClient jdbc, Answers answers) {
    this.jdbc = jdbc;
    this.answers = answers;
  }

  static boolean mayWeigh(Seat seat) {
    return seat.party().kind() == PartyKind.FACILITATOR && seat.role().edits();
  }

  /** Whether the seat may know who would rather leave. */
  static boolean seesGroups(Seat seat) {
    return seat.party().kind() == PartyKind.FACILITATOR;
  }

  /**
   * Weighs the version that holds, unless the same networks were weighed in this round.
   *
   * @throws ToldToVisitors when it would tell too much of what one practice has said
   */
  @Transactional
  void weigh(Seat seat, Weighable draft) {
    if (!mayWeigh(seat)) {
      throw new ToldToVisitors(
          403,
          "You act for %s as %s: only the facilitator has drafts weighed. Maybe ask them to?"
              .formatted(seat.party().name(), seat.role().words()));
    }
    if (!draft.shared()) {
      throw new ToldToVisitors(
          400,
          "The draft is not shared: expected one that the whole table sees. Maybe share it first?");
    }
    Round round = answers.newest(Answers.place(seat)).orElseThrow(Answers::tooFew);
    Set<PracticeCode> here = new TreeSet<>();
    draft.place().practices().forEach(practice -> here.add(practice.code()));
    if (round.answered(here) < Answers.FEWEST) {
      throw Answers.tooFew();
    }
    Map<String, Set<String>> fellows = fellows(codes(draft.networkOf()));
    for (Map<String, String> earlier : listWeighed(round)) {
      Map<String, Set<String>> then = fellows(earlier);
      long otherwise =
          round.wishes().keySet().stream()
              .filter(code -> !Objects.equals(fellows.get(code), then.get(code)))
              .count();
      if (otherwise > 0 && otherwise < Answers.FEWEST) {
        throw new ToldToVisitors(
            400,
            "The draft is almost the same as one that was weighed before: fewer than %d of the practices that have said something are with others now, and the difference would tell too much of one. Maybe weigh it when more has changed?"
                .formatted(Answers.FEWEST));
      }
    }
    long asking =
        answers.write(
            seat,
            round,
            "draft:" + draft.id(),
            "had version %d of the draft “%s” weighed against what practices want"
                .formatted(draft.version(), draft.name()));
    List<Preference> preferences = round.preferences();
    double mean =
        Forming.satisfaction(
                draft.networkOf(), preferences.stream().filter(p -> here.contains(p.of())).toList())
            .mean()
            .orElseThrow();
    Stability stability =
        Forming.stability(
            Forming.priced(
                draft.place(), Wish.counted(draft.rules(), preferences), draft.networkOf()),
            MOST_GROUPS);
    jdbc.sql(
            """
            insert into wishes.weighing (asking, place, round, draft, version, network_of, tenths,
              proved, groups_count, groups)
            values (:asking, :place, :round, :draft, :version, :network_of::jsonb, :tenths,
              :proved, :count, :groups::jsonb)
            """)
        .param("asking", asking)
        .param("place", round.place().value())
        .param("round", round.id())
        .param("draft", draft.id())
        .param("version", draft.version())
        .param("network_of", JSON.writeValueAsString(new Networks(codes(draft.networkOf()))))
        .param("tenths", (int) Math.round(10 * mean))
        .param("proved", stability.proved())
        .param("count", stability.blockingGroups())
        .param(
            "groups",
            JSON.writeValueAsString(
                stability.groups().stream()
                    .map(group -> group.practices().stream().map(PracticeCode::value).toList())
                    .toList()))
        .update();
  }

  /** The last weighing of a draft, of whatever version. */
  Optional<Weighing> findLast(long draft) {
    return jdbc.sql(
            """
            select version, weighed_at, tenths, proved, groups_count, groups::text as groups
            from wishes.weighing where draft = :draft order by id desc limit 1
            """)
        .param("draft", draft)
        .query((rs, row) -> weighing(rs))
        .optional();
  }

  private List<Map<String, String>> listWeighed(Round round) {
    return jdbc
        .sql(
            """
            select network_of::text from wishes.weighing
            where place = :place and round = :round order by id desc
            """)
        .param("place", round.place().value())
        .param("round", round.id())
        .query(String.class)
        .list()
        .stream()
        .map(text -> JSON.readValue(text, Networks.class).networkOf())
        .toList();
  }

  private record Networks(Map<String, String> networkOf) {}

  private static Map<String, String> codes(Map<PracticeCode, String> networkOf) {
    Map<String, String> codes = new TreeMap<>();
    networkOf.forEach((practice, network) -> codes.put(practice.value(), network));
    return codes;
  }

  /** With whom each practice is; whoever is in no network is with nobody. */
  private static Map<String, Set<String>> fellows(Map<String, String> networkOf) {
    Map<String, Set<String>> members = new TreeMap<>();
    networkOf.forEach(
        (code, network) -> members.computeIfAbsent(network, n -> new HashSet<>()).add(code));
    Map<String, Set<String>> fellows = new TreeMap<>();
    members
        .values()
        .forEach(
            network -> {
              // Alone in a network or in none is the same company.
              if (network.size() > 1) {
                network.forEach(code -> fellows.put(code, network));
              }
            });
    return fellows;
  }

  private static Weighing weighing(ResultSet rs) throws SQLException {
    return new Weighing(
        rs.getInt("version"),
        rs.getTimestamp("weighed_at").toInstant(),
        rs.getInt("tenths"),
        rs.getBoolean("proved"),
        rs.getLong("groups_count"),
        Arrays.stream(JSON.readValue(rs.getString("groups"), String[][].class))
            .map(List::of)
            .toList());
  }
}
