package moot.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Locale;
import moot.formation.Contradiction;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Puts what went wrong into words on standard error and chooses the exit code. */
final class Complaints implements IParameterExceptionHandler, IExecutionExceptionHandler {
  /** Set to anything, it adds the stack trace: for those who mend Moot. */
  private static final String TRACE = "MOOT_TRACE";

  @Override
  public int handleParseException(ParameterException e, String[] args) {
    CommandLine command = e.getCommandLine();
    PrintWriter err = command.getErr();
    err.println(message(e));
    if (!UnmatchedArgumentException.printSuggestions(e, err)) {
      err.println(
          "Maybe `%s --help` has what you are looking for."
              .formatted(command.getCommandSpec().qualifiedName()));
    }
    return ExitCode.BAD_INPUT;
  }

  @Override
  public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
    PrintWriter err = command.getErr();
    int code =
        switch (e) {
          case UserError mistake -> {
            err.println(mistake.getMessage());
            yield ExitCode.BAD_INPUT;
          }
          case Contradiction contradiction -> {
            contradiction(err, contradiction.rules());
            yield ExitCode.BAD_INPUT;
          }
          case IOException io -> {
            err.println(inWords(io));
            yield ExitCode.BAD_INPUT;
          }
          default -> {
            err.println(
                "Moot itself went wrong (%s). Nothing you typed should do that. Maybe set %s=1, run it again and report what it prints."
                    .formatted(message(e), TRACE));
            yield ExitCode.BROKEN;
          }
        };
    if (System.getenv(TRACE) != null) {
      e.printStackTrace(err);
    }
    return code;
  }

  private static void contradiction(PrintWriter err, List<String> rules) {
    err.println("No plan obeys all the rules. These contradict each other:");
    rules.forEach(rule -> err.println("  - " + rule));
    err.println("Maybe leave one of them out.");
  }

  private static String inWords(IOException e) {
    return switch (e) {
      case NoSuchFileException gone ->
          "%s: no such file or folder. Maybe the path is mistyped?".formatted(gone.getFile());
      case AccessDeniedException denied ->
          "%s: not allowed to read or write here. Maybe it belongs to someone else?"
              .formatted(denied.getFile());
      case FileAlreadyExistsException there ->
          "%s: there is a file where a folder is needed. Maybe choose another --out?"
              .formatted(there.getFile());
      case FileSystemException other ->
          "%s: %s. Maybe the disk is full or the path is a folder?"
              .formatted(other.getFile(), lower(other.getReason()));
      default -> message(e) + ". Maybe the file is damaged or the disk is full?";
    };
  }

  private static String lower(@org.jspecify.annotations.Nullable String reason) {
    return reason == null ? "could not be read or written" : reason.toLowerCase(Locale.UK);
  }

  private static String message(Exception e) {
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message;
  }
}
