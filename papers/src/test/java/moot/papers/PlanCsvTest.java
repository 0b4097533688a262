package moot.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PlanCsvTest {
  @Test
  void one_row_for_each_practice_in_the_order_of_their_codes() throws IOException {
    assertThat(text(out -> PlanCsv.write(Example.plan(), out)))
        .isEqualTo(
            """
            practice_code,network,hub
            M1,N01,M2
            M2,N01,M2
            M3,N01,M2
            M4,N02,M4
            M5,N02,M4
            """);
  }

  @Test
  void the_input_comes_back_with_every_digit() throws IOException {
    String input = text(out -> PlanCsv.writeInput(Example.plan(), out));

    assertThat(input)
        .startsWith(
            "practice_code,name,easting,northing,list_size,place_code,network_code,council_code,sub_location,need\n")
        .contains(
            "M2,Market Street,401000,300000.125,12000,QXX,T1,E07000001,01X,1.3366666666666667\n")
        .contains("M3,\"Abbey, The\",402000,")
        .contains("\"=HYPERLINK(\"\"http://example\"\") <b>& Sons</b>, Tŷ Gŵyr");
  }

  @Test
  void where_patients_live_is_one_row_for_each_practice_and_area() throws IOException {
    assertThat(text(out -> PlanCsv.writePatientsByArea(Example.plan(), out)))
        .isEqualTo(
            """
            practice_code,lsoa_code,patients
            M1,E01000001,9000
            M1,E01000002,900
            """);
  }

  @Test
  void numbers_have_the_digits_they_need() {
    assertThat(PlanCsv.number(12)).isEqualTo("12");
    assertThat(PlanCsv.number(0.1)).isEqualTo("0.1");
    assertThat(PlanCsv.number(1254.7250000000001)).isEqualTo("1254.7250000000001");
    assertThat(PlanCsv.number(-0.0)).isEqualTo("0");
  }

  private static String text(PlanFolder.Paper paper) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    paper.write(out);
    return out.toString(StandardCharsets.UTF_8);
  }
}
