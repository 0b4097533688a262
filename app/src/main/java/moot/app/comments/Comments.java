package moot.app.comments;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import moot.app.access.Seat;
import moot.app.comments.Mentions.Nameable;
import moot.app.table.SubjectGate.Sight;
import moot.app.table.Subjects;
import moot.app.table.Waiting;
import moot.app.table.WaitingSource;
import moot.app.web.ToldToVisitors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps comments, and says who has been named in one and has not looked yet. */
@Service
public class Comments implements WaitingSource {
  /** The longest comment, in characters. */
  static final int MOST_CHARACTERS = 4_000;

  private static final int MOST_SHOWN = 500;

  private final JdbcClient jdbc;
  private final Subjects subjects;

  Comments(JdbcClient jdbc, Subjects subjects) {
    this.jdbc = jdbc;
    this.subjects = subjects;
  }

  /**
   * The comments on a subject that the seat may see.
   *
   * @param parts what one may comment on besides the whole: {@code practice:CODE} or {@code
   *     network:LABEL} → name in words
   * @throws ToldToVisitors 404 when there is no such subject for the seat
   */
  public Discussion discussion(Seat seat, String subject, Map<String, String> parts) {
    sight(seat, subject);
    List<Comment> comments =
        jdbc.sql(
                """
                select c.id, c.part, c.part_name, p.name as person_name, y.name as party_name,
                  case when c.withdrawn_at is null then c.body end as body, c.at,
                  c.person = :person as mine
                from comments.comment c
                join access.person p on p.id = c.person
                join access.party y on y.id = c.party
                where c.subject = :subject
                order by c.id desc limit :most
                """)
            .param("person", seat.personId())
            .param("subject", subject)
            .param("most", MOST_SHOWN)
            .query(
                (rs, row) ->
                    new Comment(
                        rs.getLong("id"),
                        rs.getString("part"),
                        rs.getString("part_name"),
                        rs.getString("person_name"),
                        rs.getString("party_name"),
                        rs.getString("body"),
                        rs.getTimestamp("at").toInstant(),
                        rs.getBoolean("mine")))
            .list();
    return new Discussion(subject, comments.reversed(), parts, seat.role().edits());
  }

  /**
   * Adds a comment.
   *
   * @param part {@code practice:CODE} or {@code network:LABEL}; null or empty for the whole
   * @param partName in words
   * @return how many were named in it
   * @throws ToldToVisitors when the seat may not, or the text is empty or too long
   */
  @Transactional
  public int add(
      Seat seat, String subject, @Nullable String part, @Nullable String partName, String body) {
    sight(seat, subject);
    if (!seat.role().edits()) {
      throw new ToldToVisitors(
          403,
          "A viewer reads comments and does not write them. Maybe ask the administrator of %s for another role?"
              .formatted(seat.party().name()));
    }
    String text = body.strip().replace("\u0000", "");
    if (text.isEmpty() || text.length() > MOST_CHARACTERS) {
      throw new ToldToVisitors(
          422,
          "The comment has %,d characters: expected 1 to %,d. Maybe %s?"
              .formatted(
                  text.length(),
                  MOST_CHARACTERS,
                  text.isEmpty() ? "the text was lost on the way" : "divide it into several"));
    }
    String whole = part == null || part.isBlank() ? null : cut(part);
    long id =
        jdbc.sql(
                """
                insert into comments.comment (place, subject, part, part_name, person, party, body)
                values (:place, :subject, :part, :partName, :person, :party, :body) returning id
                """)
            .param("place", seat.party().place() == null ? "" : seat.party().place().value())
            .param("subject", subject)
            .param("part", whole)
            .param("partName", whole == null || partName == null ? whole : cut(partName))
            .param("person", seat.personId())
            .param("party", seat.party().id())
            .param("body", text)
            .query(Long.class)
            .single();
    Set<Nameable> named = Mentions.in(text, nameable(seat));
    for (Nameable one : named) {
      jdbc.sql("insert into comments.mention (comment, party, person) values (:c, :party, :person)")
          .param("c", id)
          .param("party", one.person() ? null : one.id())
          .param("person", one.person() ? one.id() : null)
          .update();
    }
    return named.size();
  }

  /** Withdraws one's own comment: it is no longer shown, but that there was one is. */
  @Transactional
  public void withdraw(Seat seat, String subject, long comment) {
    sight(seat, subject);
    int done =
        jdbc.sql(
                """
                update comments.comment set withdrawn_at = now()
                where id = :id and subject = :subject and person = :person
                  and withdrawn_at is null
                """)
            .param("id", comment)
            .param("subject", subject)
            .param("person", seat.personId())
            .update();
    if (done == 0) {
      throw new ToldToVisitors(
          404, "There is no such comment of yours. Maybe it was withdrawn already?");
    }
  }

  /** Takes what was said to the seat's person or party about a subject as seen. */
  @Transactional
  public void seen(Seat seat, String subject) {
    sight(seat, subject);
    jdbc.sql(
            """
            update comments.mention m set seen_at = now(), seen_by = :person
            from comments.comment c
            where c.id = m.comment and c.subject = :subject and m.seen_at is null
              and (m.person = :person or m.party = :party)
            """)
        .param("person", seat.personId())
        .param("party", seat.party().id())
        .param("subject", subject)
        .update();
  }

  @Override
  public List<Waiting> listWaiting(Seat seat) {
    record Named(String subject, String by, String what) {}
    List<Named> named =
        jdbc.sql(
                """
                select distinct on (c.subject) c.subject, p.name as by_name, c.body
                from comments.mention m
                join comments.comment c on c.id = m.comment
                join access.person p on p.id = c.person
                where m.seen_at is null and c.withdrawn_at is null and c.place = :place
                  and (m.person = :person or m.party = :party)
                order by c.subject, c.id desc
                limit 100
                """)
            .param("person", seat.personId())
            .param("party", seat.party().id())
            .param("place", seat.party().place() == null ? "" : seat.party().place().value())
            .query(
                (rs, row) ->
                    new Named(
                        rs.getString("subject"), rs.getString("by_name"), rs.getString("body")))
            .list();
    List<Waiting> waiting = new ArrayList<>();
    for (Named one : named) {
      subjects
          .find(seat, one.subject())
          .ifPresent(
              sight ->
                  waiting.add(
                      new Waiting(
                          "%s named you on “%s”".formatted(one.by(), sight.title()),
                          shortened(one.what()),
                          sight.link() + "#comments",
                          null)));
    }
    return waiting;
  }

  private Sight sight(Seat seat, String subject) {
    return subjects
        .find(seat, subject)
        .orElseThrow(
            () ->
                new ToldToVisitors(
                    404,
                    "There is nothing here that you may see. Maybe it is private to another party, or the link is old?"));
  }

  private List<Nameable> nameable(Seat seat) {
    return jdbc.sql(
            """
            select false as person, id, name from access.party where place = :place
            union
            select true, p.id, p.name from access.person p
            join access.seat s on s.person = p.id and s.ended_at is null
            join access.party y on y.id = s.party and y.place = :place
            """)
        .param("place", seat.party().place() == null ? "" : seat.party().place().value())
        .query(
            (rs, row) ->
                new Nameable(rs.getBoolean("person"), rs.getLong("id"), rs.getString("name")))
        .list();
  }

  private static String cut(String text) {
    return text.length() > 200 ? text.substring(0, 200) : text;
  }

  private static String shortened(String text) {
    return text.length() > 160 ? text.substring(0, 160) + "…" : text;
  }
}
