package moot.app.forming;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import moot.formation.Explanation.Comparison;
import moot.formation.PlanStatus;
import moot.formation.Progress;
import moot.papers.Answer;
import moot.papers.PlanFigures;
import moot.papers.PlanJson;
import moot.register.PlaceCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the runs and their answers. */
@Repository
class RunStore {
  /** Runs that were asked before a wish could be made have none of it. */
  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();

  private static final String ALL_BUT_ANSWER =
      """
      select id, place, place_name, title, wishes::text as wishes, state, stop_asked, attempts,
        asked_at, phase, incumbent, bound, seconds, status, cost, gap, networks, in_band,
        practices_moved, patients_moved, message, answer is not null as answered
      from forming.run
      """;

  private final JdbcClient jdbc;

  RunStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  long add(PlaceCode place, String placeName, String title, Wishes wishes) {
    return jdbc.sql(
            """
            insert into forming.run (place, place_name, title, wishes)
            values (:place, :name, :title, :wishes::jsonb) returning id
            """)
        .param("place", place.value())
        .param("name", placeName)
        .param("title", title)
        .param("wishes", JSON.writeValueAsString(wishes))
        .query(Long.class)
        .single();
  }

  Optional<Run> find(long id) {
    return jdbc.sql(ALL_BUT_ANSWER + "where id = :id")
        .param("id", id)
        .query((rs, row) -> run(rs))
        .optional();
  }

  /** The runs of a place, newest first. */
  List<Run> list(PlaceCode place) {
    return jdbc.sql(ALL_BUT_ANSWER + "where place = :place order by id desc limit 200")
        .param("place", place.value())
        .query((rs, row) -> run(rs))
        .list();
  }

  /** The newest runs of all places, newest first. */
  List<Run> listNewest(int most) {
    return jdbc.sql(ALL_BUT_ANSWER + "order by id desc limit :most")
        .param("most", most)
        .query((rs, row) -> run(rs))
        .list();
  }

  List<Run> listUnfinished() {
    return jdbc.sql(ALL_BUT_ANSWER + "where state in ('WAITING', 'RUNNING') order by id")
        .query((rs, row) -> run(rs))
        .list();
  }

  /**
   * The newest cheapest plan of a place: a proved one if there is one. One that was searched for as
   * the most stable is another question's answer.
   */
  Optional<Run> findBest(PlaceCode place) {
    return jdbc.sql(
            ALL_BUT_ANSWER
                + """
                where place = :place and answer is not null
                  and (wishes ->> 'mostStable') is distinct from 'true'
                  and (wishes ->> 'round') is null
                order by status = 'PROVED_OPTIMAL' desc, id desc limit 1
                """)
        .param("place", place.value())
        .query((rs, row) -> run(rs))
        .optional();
  }

  /** The answer of a run, if it has one. */
  Optional<Answer> findAnswer(long id) {
    return jdbc.sql("select answer from forming.run where id = :id and answer is not null")
        .param("id", id)
        .query((rs, row) -> rs.getBytes(1))
        .optional()
        .map(RunStore::unpack);
  }

  /** Marks it as begun; gives the number of this attempt, or nothing when it has already ended. */
  Optional<Integer> begin(long id) {
    return jdbc.sql(
            """
            update forming.run set state = 'RUNNING', attempts = attempts + 1,
              begun_at = now(), phase = 'Beginning', incumbent = null, bound = null, seconds = 0
            where id = :id and state in ('WAITING', 'RUNNING') returning attempts
            """)
        .param("id", id)
        .query(Integer.class)
        .optional();
  }

  /** Writes how far it is; says whether it is to go on. */
  boolean report(long id, int attempt, Progress progress) {
    return jdbc.sql(
                """
            update forming.run
            set phase = :phase, incumbent = :incumbent, bound = :bound, seconds = :seconds
            where id = :id and attempts = :attempt and state = 'RUNNING' and not stop_asked
            """)
            .param("phase", progress.phase())
            .param("incumbent", Double.isNaN(progress.incumbent()) ? null : progress.incumbent())
            .param("bound", progress.bound())
            .param("seconds", progress.seconds())
            .param("id", id)
            .param("attempt", attempt)
            .update()
        > 0;
  }

  boolean askToStop(long id) {
    return jdbc.sql(
                "update forming.run set stop_asked = true where id = :id and state in ('WAITING', 'RUNNING')")
            .param("id", id)
            .update()
        > 0;
  }

  boolean isStopAsked(long id) {
    return jdbc.sql("select stop_asked from forming.run where id = :id")
        .param("id", id)
        .query(Boolean.class)
        .optional()
        .orElse(true);
  }

  /** Keeps the plan while what else was asked is still being looked for. */
  void keep(long id, int attempt, Answer answer) {
    write(id, attempt, RunState.RUNNING, answer);
  }

  /** Keeps the answer; an older attempt at the same run changes nothing. */
  void finish(long id, int attempt, boolean stopped, Answer answer) {
    write(id, attempt, stopped ? RunState.STOPPED : RunState.DONE, answer);
  }

  private void write(long id, int attempt, RunState state, Answer answer) {
    PlanFigures figures = PlanFigures.of(answer.plan());
    Comparison today = answer.againstToday();
    jdbc.sql(
            """
            update forming.run set state = :state, phase = null,
              ended_at = case when :state = 'RUNNING' then null else now() end,
              incumbent = :cost, bound = :bound, status = :status, cost = :cost, gap = :gap,
              networks = :networks, in_band = :in_band, practices_moved = :practices_moved,
              patients_moved = :patients_moved, answer = :answer, message = null
            where id = :id and attempts = :attempt and state = 'RUNNING'
            """)
        .param("state", state.name())
        .param("cost", answer.plan().cost())
        .param("bound", answer.plan().bound())
        .param("status", answer.plan().status().name())
        .param("gap", answer.plan().gap())
        .param("networks", answer.plan().networks().size())
        .param("in_band", figures.inBand())
        .param("practices_moved", today == null ? null : today.practicesMoved())
        .param("patients_moved", today == null ? null : today.patientsMoved())
        .param("answer", pack(answer))
        .param("id", id)
        .param("attempt", attempt)
        .update();
  }

  /** Ends a run that has no answer. */
  void fail(long id, int attempt, RunState state, String message) {
    jdbc.sql(
            """
            update forming.run set state = :state, ended_at = now(), phase = null,
              message = :message
            where id = :id and attempts = :attempt and state = 'RUNNING'
            """)
        .param("state", state.name())
        .param("message", message)
        .param("id", id)
        .param("attempt", attempt)
        .update();
  }

  private static byte[] pack(Answer answer) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      PlanJson.write(answer, zip);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static Answer unpack(byte[] bytes) {
    try (GZIPInputStream zip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return PlanJson.read(zip);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Run run(ResultSet rs) throws SQLException {
    Timestamp asked = rs.getTimestamp("asked_at");
    String status = rs.getString("status");
    return new Run(
        rs.getLong("id"),
        new PlaceCode(rs.getString("place")),
        rs.getString("place_name"),
        rs.getString("title"),
        JSON.readValue(rs.getString("wishes"), Wishes.class),
        RunState.valueOf(rs.getString("state")),
        rs.getBoolean("stop_asked"),
        rs.getInt("attempts"),
        asked.toInstant(),
        rs.getString("phase"),
        decimal(rs, "incumbent"),
        decimal(rs, "bound"),
        decimal(rs, "seconds"),
        rs.getBoolean("answered") && status != null
            ? new Run.Summary(
                PlanStatus.valueOf(status),
                rs.getDouble("cost"),
                rs.getDouble("gap"),
                rs.getInt("networks"),
                rs.getInt("in_band"),
                whole(rs, "practices_moved"),
                whole(rs, "patients_moved"))
            : null,
        rs.getString("message"));
  }

  private static @Nullable Double decimal(ResultSet rs, String column) throws SQLException {
    return rs.getObject(column, Double.class);
  }

  private static @Nullable Integer whole(ResultSet rs, String column) throws SQLException {
    return rs.getObject(column, Integer.class);
  }
}
