package moot.cli;

import java.io.PrintWriter;
import java.util.Locale;
import moot.app.database.Database;
import moot.app.people.Invitations;
import moot.app.people.PasswordLinks;
import moot.app.people.PasswordLinks.Made;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./moot administrator}: who looks after this installation. */
@Command(
    name = "administrator",
    mixinStandardHelpOptions = true,
    description = "Lets in those who look after this installation.",
    synopsisSubcommandLabel = "COMMAND")
final class AdministratorCommand {
  private static final int LONGEST = 100;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before a command is called
  private CommandSpec spec;

  @Command(
      name = "add",
      mixinStandardHelpOptions = true,
      description = {
        "Invites an administrator of this installation and prints the link on which to choose a"
            + " password. The link works once, and for seven days; there is no default password.",
        "",
        "The administrator lets in parties and their people, imports files, and has no say at any"
            + " table."
      })
  int add(
      @Parameters(paramLabel = "NAME", description = "as others know the person") String name,
      @Parameters(paramLabel = "EMAIL", description = "to sign in with") String email,
      @Option(
              names = "--at",
              paramLabel = "ADDRESS",
              defaultValue = "http://127.0.0.1:8080/",
              description = "where this Moot is served (default: ${DEFAULT-VALUE})")
          String address) {
    if (name.isBlank() || name.length() > LONGEST) {
      throw new UserError(
          "NAME \"%s\": expected 1 to %d letters. Maybe it needs quotation marks?"
              .formatted(name, LONGEST));
    }
    if (!email.matches("[^@\\s]+@[^@\\s]+") || email.length() > 2 * LONGEST) {
      throw new UserError(
          "EMAIL \"%s\": expected an address such as a.osei@example.org. Maybe name and address are swapped?"
              .formatted(email));
    }
    PrintWriter out = spec.commandLine().getOut();
    try (Database database = Listening.openDatabase(spec.commandLine().getErr())) {
      String secret =
          new Invitations(database.dataSource())
              .inviteAdministrator(name.strip(), email.strip().toLowerCase(Locale.ROOT));
      out.printf(
          "%s can choose a password here, once and within %d days:%n%s%sinvitations/%s%n",
          name.strip(),
          Invitations.GOOD_FOR.toDays(),
          address,
          address.endsWith("/") ? "" : "/",
          secret);
    }
    return ExitCode.DONE;
  }

  @Command(
      name = "link",
      mixinStandardHelpOptions = true,
      description = {
        "Prints a link on which an administrator of this installation who has forgotten the password"
            + " can choose a new one. The link works once, and for 24 hours; then all sessions of"
            + " the account end. A second factor is still asked for.",
        "",
        "For everybody else an administrator makes the link on the page Accounts."
      })
  int link(
      @Parameters(paramLabel = "EMAIL", description = "of the administrator") String email,
      @Option(
              names = "--at",
              paramLabel = "ADDRESS",
              defaultValue = "http://127.0.0.1:8080/",
              description = "where this Moot is served (default: ${DEFAULT-VALUE})")
          String address) {
    try (Database database = Listening.openDatabase(spec.commandLine().getErr())) {
      Made made =
          new PasswordLinks(database.dataSource())
              .makeForAdministrator(email)
              .orElseThrow(
                  () ->
                      new UserError(
                          "EMAIL \"%s\": expected the address of an administrator of this installation who has come before. Maybe ./moot administrator add NAME EMAIL?"
                              .formatted(email)));
      spec.commandLine()
          .getOut()
          .printf(
              "%s can choose a new password here, once and within %d hours:%n%s%spasswords/%s%n",
              made.link().name(),
              PasswordLinks.GOOD_FOR.toHours(),
              address,
              address.endsWith("/") ? "" : "/",
              made.secret());
    }
    return ExitCode.DONE;
  }
}
