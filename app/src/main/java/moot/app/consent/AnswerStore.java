package moot.app.consent;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import moot.app.access.Seat;
import moot.register.PlaceCode;
import moot.register.PracticeCode;
import moot.voice.consent.Answer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps every answer; the last of a practice is the one that counts. */
@Repository
class AnswerStore {
  private final JdbcClient jdbc;

  AnswerStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What each practice said last. */
  Map<PracticeCode, GivenAnswer> listNow(long proposal) {
    Map<PracticeCode, GivenAnswer> given = new HashMap<>();
    jdbc.sql(
            """
            select distinct on (practice) * from consent.answer
            where proposal = :id order by practice, id desc
            """)
        .param("id", proposal)
        .query(
            rs -> {
              GivenAnswer answer = answer(rs);
              given.put(answer.practice(), answer);
            });
    return given;
  }

  /** What a practice said last, by proposal. */
  Map<Long, GivenAnswer> listOf(PracticeCode practice, PlaceCode place) {
    Map<Long, GivenAnswer> given = new HashMap<>();
    jdbc.sql(
            """
            select distinct on (a.proposal) a.* from consent.answer a
            join consent.proposal p on p.id = a.proposal
            where a.practice = :practice and p.place = :place order by a.proposal, a.id desc
            """)
        .param("practice", practice.value())
        .param("place", place.value())
        .query(
            rs -> {
              given.put(rs.getLong("proposal"), answer(rs));
            });
    return given;
  }

  long add(long proposal, PracticeCode practice, Answer answer, @Nullable Long after, Seat seat) {
    return jdbc.sql(
            """
            insert into consent.answer (proposal, practice, answer, words, after, given_by,
              given_by_person)
            values (:proposal, :practice, :answer, :words, :after, :by, :person) returning id
            """)
        .param("proposal", proposal)
        .param("practice", practice.value())
        .param(
            "answer",
            switch (answer) {
              case Answer.Agrees yes -> "AGREES";
              case Answer.AgreesOn on -> "AGREES_ON";
              case Answer.Objects no -> "OBJECTS";
            })
        .param("words", answer.words().isEmpty() ? null : answer.words())
        .param("after", after)
        .param("by", InWhoseName.of(seat))
        .param("person", seat.personId())
        .query(Long.class)
        .single();
  }

  void recordCondition(long answer, Seat seat) {
    jdbc.sql(
            """
            update consent.answer
            set condition_recorded_by = :by, condition_recorded_at = now() where id = :id
            """)
        .param("by", InWhoseName.of(seat))
        .param("id", answer)
        .update();
  }

  void confirmCondition(long answer, Seat seat) {
    jdbc.sql(
            """
            update consent.answer
            set condition_confirmed_by = :by, condition_confirmed_at = now() where id = :id
            """)
        .param("by", InWhoseName.of(seat))
        .param("id", answer)
        .update();
  }

  private static GivenAnswer answer(ResultSet rs) throws SQLException {
    String words = rs.getString("words");
    String recordedBy = rs.getString("condition_recorded_by");
    String confirmedBy = rs.getString("condition_confirmed_by");
    Answer answer =
        switch (rs.getString("answer")) {
          case "AGREES" -> new Answer.Agrees();
          case "AGREES_ON" -> new Answer.AgreesOn(words, recordedBy != null, confirmedBy != null);
          default -> new Answer.Objects(words);
        };
    return new GivenAnswer(
        rs.getLong("id"),
        new PracticeCode(rs.getString("practice")),
        answer,
        rs.getString("given_by"),
        rs.getObject("given_at", OffsetDateTime.class).toInstant(),
        recordedBy,
        confirmedBy);
  }
}
