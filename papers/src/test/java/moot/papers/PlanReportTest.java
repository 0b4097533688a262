package moot.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class PlanReportTest {
  private static String html(Answer answer) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PlanReport.write(answer, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static Document page(String html) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
    return factory
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<Element> all(Document page, String tag) {
    NodeList nodes = page.getElementsByTagName(tag);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  @Test
  void the_page_needs_nothing_else() throws IOException {
    String html = html(Example.full());

    assertThat(html)
        .doesNotContain("<script")
        .doesNotContain("<link")
        .doesNotContain("<img")
        .doesNotContain("src=")
        .doesNotContain("@import");
    // Names of name spaces are no addresses to fetch from; a practice's name is text.
    assertThat(
            html.replace("http://www.w3.org/2000/svg", "")
                .replace("http://www.w3.org/1999/xhtml", "")
                .replace("http://example", ""))
        .doesNotContain("http");
  }

  @Test
  void every_name_is_only_text() throws IOException {
    String html = html(Example.full());

    assertThat(html)
        .doesNotContain("<b>&")
        .doesNotContain("\u0007")
        .contains("&lt;b&gt;&amp; Sons&lt;/b&gt;, Tŷ Gŵyr")
        .contains("Mere &amp; Vale");
  }

  @Test
  void headings_come_in_order_and_every_table_has_a_title() throws Exception {
    Document page = page(html(Example.full()));

    assertThat(all(page, "h1")).hasSize(1);
    assertThat(all(page, "h2").stream().map(Element::getTextContent))
        .containsExactly(
            "Map",
            "Networks",
            "Exceptions",
            "Against today",
            "Alternatives",
            "Would anyone rather leave?",
            "How many networks?",
            "What each network costs",
            "How it was found",
            "Rules",
            "Practices");
    for (Element table : all(page, "table")) {
      assertThat(table.getElementsByTagName("caption").getLength()).isEqualTo(1);
      assertThat(table.getElementsByTagName("thead").getLength()).isEqualTo(1);
    }
    List<String> ids =
        Pattern.compile(" id=\"([^\"]*)\"")
            .matcher(html(Example.full()))
            .results()
            .map(match -> match.group(1))
            .toList();
    assertThat(ids).doesNotHaveDuplicates();
  }

  @Test
  void figures_can_be_found_as_a_reader_would() throws IOException {
    String text = html(Example.bare()).replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");

    assertThat(text)
        .contains("Networks for Mere &amp; Vale 5 practices with 62,000 patients in 2 networks")
        .contains("59.000 cost in thousand patient-km")
        .contains("1 of 2 networks between 30,000 and 50,000 patients")
        .contains("11,000 patients whose practice would change network")
        .contains("Cost (thousand patient-km) 276.000 59.000")
        .contains("N02 Under the minimum 29,000")
        .contains("under by 1,000")
        .contains("no plan costs less than this one: 59.000 thousand patient-km")
        .contains("Every network that these rules allow was listed, 13 of them")
        .contains("Found by hand.");
  }

  @Test
  void what_practices_think_of_each_other_is_not_there() throws IOException {
    assertThat(html(Example.full())).doesNotContain("0.4217").contains("in confidence");
  }

  @Test
  void the_map_tells_networks_apart_without_colour() throws Exception {
    String html = html(Example.crowd(60));
    Document page = page(html);
    Element map = all(page, "svg").getFirst();

    List<String> names =
        all(page, "text").stream()
            .map(Element::getTextContent)
            .filter(text -> text.matches("N\\d\\d"))
            .toList();
    assertThat(names).hasSize(15).doesNotHaveDuplicates();
    assertThat(map.getElementsByTagName("pattern").getLength()).isGreaterThanOrEqualTo(6);
    assertThat(html).contains("fill=\"url(#hatching1)\"").contains("fill=\"url(#hatching2)\"");
  }

  @Test
  void labels_do_not_cover_each_other() {
    List<MapLabels.Anchor> anchors = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      anchors.add(
          new MapLabels.Anchor("N" + (10 + i), 440 + i % 8 * 6, 500 + i / 8 * 6, i % 3 - 1));
    }

    List<MapLabels.Label> labels = MapLabels.placed(anchors, 900, 1000);

    for (int i = 0; i < labels.size(); i++) {
      for (int j = 0; j < i; j++) {
        assertThat(labels.get(i).covers(labels.get(j))).as("%d, %d", i, j).isFalse();
      }
    }
  }

  @Test
  void the_pdf_says_the_same_with_its_fonts_within() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PlanPdf.write(Example.full(), out);

    try (PDDocument pdf = Loader.loadPDF(out.toByteArray())) {
      String text = new PDFTextStripper().getText(pdf);
      assertThat(text)
          .contains("Networks for Mere & Vale")
          .contains("Tŷ Gŵyr")
          .contains("under by 1,000")
          .contains("1 of " + pdf.getNumberOfPages())
          .doesNotContain("0.4217");
      Matcher replaced = Pattern.compile("T#|G#").matcher(text);
      assertThat(replaced.find()).isFalse();
      for (var page : pdf.getPages()) {
        for (var name : page.getResources().getFontNames()) {
          assertThat(page.getResources().getFont(name).isEmbedded()).isTrue();
        }
      }
      assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
      assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("Networks for Mere & Vale");
    }
  }

  @Test
  void a_plan_without_any_network_is_still_a_page() throws IOException {
    var place =
        new moot.formation.FormingPlace(
            new moot.register.PlaceCode("QE"), "Empty", List.of(), null, java.util.Map.of());
    var plan =
        moot.formation.Forming.priced(place, moot.formation.FormingRules.BARE, java.util.Map.of());

    assertThat(html(Answer.of(plan))).contains("Networks for Empty").doesNotContain("<svg");
  }
}
