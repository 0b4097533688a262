package moot.app.database;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The database's role that Moot works as. It is not the owner of the tables: it reads and writes
 * them, but can neither change nor remove what stands in the journal, nor drop what stops it from
 * doing so.
 *
 * @param password null for a role that nobody logs in as
 */
record WorkingRole(String name, @Nullable String password) {
  private static final String NAME = "moot_app";

  /** What is said to PostgreSQL once the tables are up to date; %s is the role. */
  private static final String GRANTS =
      """
      do $$
      declare
        room text;
      begin
        -- One process at a time: grants that meet fail.
        perform pg_advisory_xact_lock(hashtext('moot.grants'));
        for room in
          select distinct schemaname from pg_tables
          where schemaname not in ('pg_catalog', 'information_schema')
        loop
          execute format('grant usage on schema %%I to "%1$s"', room);
          execute format(
            'grant select, insert, update, delete on all tables in schema %%I to "%1$s"', room);
          execute format('grant usage, select on all sequences in schema %%I to "%1$s"', room);
          if current_setting('server_version_num')::int >= 170000 then
            execute format('grant maintain on all tables in schema %%I to "%1$s"', room);
          end if;
        end loop;
        revoke all on schema_history from "%1$s";
        grant select on schema_history to "%1$s";
        revoke all on all tables in schema journal from "%1$s";
        grant select, insert on all tables in schema journal to "%1$s";
      end
      $$
      """;

  /**
   * The role within the embedded server, with a password that only those can know who can read the
   * owner's.
   */
  static WorkingRole ofEmbedded(String ownersPassword) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(ownersPassword.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      byte[] secret = mac.doFinal(NAME.getBytes(StandardCharsets.UTF_8));
      return new WorkingRole(NAME, HexFormat.of().formatHex(secret));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HMAC-SHA-256", e);
    }
  }

  /** The role that a server's user turns into after logging in. */
  static WorkingRole withoutLogin() {
    return new WorkingRole(NAME, null);
  }

  /** A role that is there already, with a log-in of its own. */
  static WorkingRole named(@Nullable String name) {
    if (name == null || name.contains("\"")) {
      throw new DatabaseUnavailable(
          "%s names no user, or one with quotation marks: expected postgresql://user:password@host:port/database. Maybe the user is missing?"
              .formatted(DatabaseSettings.URL_SETTING));
    }
    return new WorkingRole(name, null);
  }

  /** Makes the role where it is missing, and gives it its rights. */
  void prepare(DataSource owner) {
    try {
      make(owner);
      say(owner, GRANTS.formatted(name));
    } catch (SQLException e) {
      throw new DatabaseUnavailable(
          "The role %s of the database cannot be prepared: %s. Maybe its user may not make roles?"
              .formatted(name, e.getMessage()),
          e);
    }
  }

  /** The same; false when the database's user may not. */
  boolean prepareIfAllowed(DataSource owner) {
    try {
      make(owner);
      say(owner, GRANTS.formatted(name));
      say(owner, "set role \"%s\"; reset role".formatted(name));
      return true;
    } catch (SQLException e) {
      if ("42501".equals(e.getSQLState())) { // insufficient privilege
        return false;
      }
      throw new DatabaseUnavailable(
          "The role %s of the database cannot be prepared: %s. Maybe try again?"
              .formatted(name, e.getMessage()),
          e);
    }
  }

  /** Gives a role that is there its rights. */
  void grant(DataSource owner) {
    try {
      say(owner, GRANTS.formatted(name));
    } catch (SQLException e) {
      throw new DatabaseUnavailable(
          "The user %s of the database cannot be given its rights: %s. Maybe there is no such user?"
              .formatted(name, e.getMessage()),
          e);
    }
  }

  private void make(DataSource owner) throws SQLException {
    String login = password == null ? "nologin" : "login password '" + password + "'";
    say(
        owner,
        """
        do $$
        begin
          perform pg_advisory_xact_lock(hashtext('moot.grants'));
          if not exists (select 1 from pg_roles where rolname = '%1$s') then
            create role "%1$s" %2$s;
            if not %3$s then
              execute format('grant "%1$s" to %%I', current_user);
            end if;
          end if;
        end
        $$
        """
            .formatted(name, login, password != null));
  }

  private static void say(DataSource owner, String sql) throws SQLException {
    try (Connection connection = owner.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
