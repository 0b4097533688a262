package moot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MootTest {
  @Test
  void help_names_every_command_and_the_exit_codes() {
    Terminal terminal = new Terminal();

    assertThat(terminal.type("--help")).isEqualTo(ExitCode.DONE);

    assertThat(terminal.out())
        .contains("help")
        .contains("2   bad input; the message says what and where");
  }

  @Test
  void without_a_command_the_help_goes_to_standard_error() {
    Terminal terminal = new Terminal();

    assertThat(terminal.type()).isEqualTo(ExitCode.BAD_INPUT);

    assertThat(terminal.err()).contains("Usage: moot");
  }

  @Test
  void an_unknown_command_is_the_users_mistake_and_no_stack_trace() {
    Terminal terminal = new Terminal();

    assertThat(terminal.type("plam")).isEqualTo(ExitCode.BAD_INPUT);

    assertThat(terminal.err()).contains("plam").doesNotContain("\tat ");
  }
}
