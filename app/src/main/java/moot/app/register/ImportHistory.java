package moot.app.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import moot.register.reading.RowProblem;
import moot.register.reading.Severity;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the record of imports. */
final class ImportHistory {
  private ImportHistory() {}

  static List<ImportRecord> list(JdbcClient jdbc, int offset, int limit) {
    return jdbc.sql("select * from register.import order by id desc offset :offset limit :limit")
        .param("offset", offset)
        .param("limit", limit)
        .query((rs, row) -> record(rs))
        .list();
  }

  static Optional<ImportRecord> find(JdbcClient jdbc, int id) {
    return jdbc.sql("select * from register.import where id = :id")
        .param("id", id)
        .query((rs, row) -> record(rs))
        .optional();
  }

  static List<RowProblem> listProblems(JdbcClient jdbc, int importId, int offset, int limit) {
    return jdbc.sql(
            """
            select * from register.import_problem where import = :import
            order by nr offset :offset limit :limit
            """)
        .param("import", importId)
        .param("offset", offset)
        .param("limit", limit)
        .query(
            (rs, row) ->
                new RowProblem(
                    Severity.valueOf(rs.getString("severity")),
                    rs.getString("sheet"),
                    rs.getLong("line"),
                    rs.getString("column_name"),
                    rs.getString("value"),
                    rs.getString("says"),
                    rs.getString("maybe"),
                    rs.getInt("rows")))
        .list();
  }

  private static ImportRecord record(ResultSet rs) throws SQLException {
    return new ImportRecord(
        rs.getInt("id"),
        rs.getString("file_name"),
        rs.getLong("bytes"),
        rs.getString("sha256"),
        rs.getString("kind"),
        "STORED".equals(rs.getString("outcome")),
        rs.getObject("known_from", LocalDate.class),
        rs.getString("known_from_basis"),
        rs.getInt("rows"),
        rs.getInt("facts_new"),
        rs.getInt("facts_known"),
        rs.getInt("errors"),
        rs.getInt("warnings"),
        rs.getInt("notes"),
        Arrays.asList((String[]) rs.getArray("changes").getArray()),
        rs.getObject("imported_at", OffsetDateTime.class).toInstant(),
        rs.getString("imported_by"));
  }
}
