package moot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every setting that the code reads stands in {@code docs/settings.md}, and no other. */
class SettingsDocumentTest {
  private static final Path ROOT = Path.of(System.getProperty("moot.root", ".."));

  private static final List<Pattern> IN_JAVA =
      List.of(
          Pattern.compile("\\b(MOOT_[A-Z_]+[A-Z])\\b"),
          Pattern.compile("@Value\\(\\s*\"\\$\\{(moot\\.[a-z.]+)"),
          Pattern.compile("get(?:Property|Integer|Boolean|Long)\\(\\s*\"(moot\\.[a-z.]+)\""),
          Pattern.compile("@ConditionalOnProperty\\([^)]*\"(moot\\.[a-z.]+)\""));

  private static final Pattern IN_LAUNCHER =
      Pattern.compile("\\$\\{?(MOOT_[A-Z_]+|JAVA_HOME|MAVEN_OPTS|CI|TMPDIR)\\b");

  private static final Pattern IN_TABLE = Pattern.compile("(?m)^\\| `([A-Za-z_.]+)` \\|");

  @Test
  void nothingIsMissingAndNothingIsLeftOver() throws IOException {
    Set<String> read = new TreeSet<>();
    find(read, IN_LAUNCHER, Files.readString(ROOT.resolve("moot")));
    try (Stream<Path> files = Files.walk(ROOT, 12)) {
      for (Path file : files.filter(SettingsDocumentTest::isSource).toList()) {
        String source = Files.readString(file);
        IN_JAVA.forEach(pattern -> find(read, pattern, source));
      }
    }
    assertThat(read).contains("MOOT_HOME", "MOOT_JAVA_OPTIONS", "moot.hosts");

    Set<String> documented = new TreeSet<>();
    find(documented, IN_TABLE, Files.readString(ROOT.resolve("docs/settings.md")));
    assertThat(documented).isEqualTo(read);
  }

  private static boolean isSource(Path file) {
    String path = file.toString().replace('\\', '/');
    return path.endsWith(".java")
        && path.contains("/src/main/")
        && !path.contains("/node_modules/");
  }

  private static void find(Set<String> into, Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      into.add(matcher.group(1));
    }
  }
}
