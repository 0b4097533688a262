package moot.funding.packs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import moot.funding.Complaint;
import moot.funding.FinancialYear;
import moot.funding.terms.Pack;

/** The rule packs at hand: those shipped with Moot, a user's own, or both. */
public final class Packs {
  private static final Comparator<Key> ORDER =
      Comparator.comparing(Key::contract).thenComparing(Key::year);
  private static final List<String> ENDINGS = List.of(".yaml", ".yml");

  private final TreeMap<Key, Pack> packs;

  private Packs(TreeMap<Key, Pack> packs) {
    this.packs = packs;
  }

  private record Key(String contract, FinancialYear year) {
    static Key of(Pack pack) {
      return new Key(pack.contract(), pack.year());
    }
  }

  /** Those that come with Moot; read once. */
  public static Packs shipped() {
    return Shipped.PACKS;
  }

  private static final class Shipped {
    static final Packs PACKS = of(names().stream().map(Shipped::read).toList());

    static List<String> names() {
      return resource("shipped.txt").lines().filter(line -> !line.isBlank()).toList();
    }

    static Pack read(String name) {
      return PackReader.read(name, resource(name));
    }
  }

  /** The text of a file that stands beside this class. */
  static String resource(String name) {
    try (InputStream in =
        Objects.requireNonNull(Packs.class.getResourceAsStream(name), name + " is not shipped")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A later pack replaces an earlier one of the same contract and year.
   *
   * @param packs in any order
   */
  public static Packs of(List<Pack> packs) {
    TreeMap<Key, Pack> map = new TreeMap<>(ORDER);
    packs.forEach(pack -> map.put(Key.of(pack), pack));
    return new Packs(map);
  }

  /**
   * Reads one's own: a file, or all files of a folder that end with {@code .yaml} or {@code .yml}.
   *
   * @throws BadPack with all that is wrong with any of them
   * @throws IOException when a file cannot be read at all
   */
  public static Packs read(Path fileOrFolder) throws IOException {
    if (!Files.isDirectory(fileOrFolder)) {
      return of(List.of(PackReader.read(fileOrFolder)));
    }
    List<Path> files;
    try (Stream<Path> all = Files.list(fileOrFolder)) {
      files =
          all.filter(file -> ENDINGS.stream().anyMatch(file.toString()::endsWith))
              .sorted()
              .toList();
    }
    String folder = fileOrFolder.toString();
    List<Complaint> complaints = new ArrayList<>();
    if (files.isEmpty()) {
      complaints.add(
          Complaint.of(
              folder,
              0,
              "has no rule packs",
              "files that end with .yaml",
              "Maybe they are in a folder inside it?"));
    }
    TreeMap<Key, Pack> map = new TreeMap<>(ORDER);
    TreeMap<Key, String> names = new TreeMap<>(ORDER);
    for (Path file : files) {
      String name = String.valueOf(file.getFileName());
      try {
        Pack pack = PackReader.read(file);
        String other = names.putIfAbsent(Key.of(pack), name);
        if (other != null) {
          complaints.add(
              Complaint.of(
                  name,
                  0,
                  "is the pack of %s %s, and so is %s"
                      .formatted(pack.contract(), pack.year(), other),
                  "one file for each contract and year",
                  "Maybe one of them is an old copy?"));
        }
        map.put(Key.of(pack), pack);
      } catch (BadPack e) {
        complaints.addAll(e.complaints());
      }
    }
    if (!complaints.isEmpty()) {
      throw new BadPack(complaints);
    }
    return new Packs(map);
  }

  /** These and others; the others' where both have one of the same contract and year. */
  public Packs and(Packs others) {
    TreeMap<Key, Pack> map = new TreeMap<>(packs);
    map.putAll(others.packs);
    return new Packs(map);
  }

  public Optional<Pack> find(String contract, FinancialYear year) {
    return Optional.ofNullable(packs.get(new Key(contract, year)));
  }

  /**
   * The same, for a contract and year that must be there.
   *
   * @throws NoSuchElementException saying which there are
   */
  public Pack get(String contract, FinancialYear year) {
    return find(contract, year)
        .orElseThrow(
            () ->
                new NoSuchElementException(
                    "no rule pack of \"%s\" for %s; expected one of %s. %s"
                        .formatted(contract, year, written(), maybe(contract))));
  }

  private String written() {
    return String.join(
        ", ", packs.keySet().stream().map(key -> key.contract + " " + key.year).toList());
  }

  private String maybe(String contract) {
    List<String> contracts = contracts();
    return contracts.contains(contract)
        ? "Maybe another year, or a rule pack of your own?"
        : NearMiss.maybe(
            contract, contracts, "Maybe a rule pack of your own is still to be given?");
  }

  /** Each once, in order. */
  public List<String> contracts() {
    return packs.keySet().stream().map(Key::contract).distinct().toList();
  }

  /** The years of one contract, the earliest first. */
  public List<FinancialYear> years(String contract) {
    return packs.keySet().stream()
        .filter(key -> key.contract.equals(contract))
        .map(Key::year)
        .toList();
  }

  /** All of one year, by contract. */
  public List<Pack> list(FinancialYear year) {
    return packs.values().stream().filter(pack -> pack.year().equals(year)).toList();
  }

  /** All, by contract and year. */
  public List<Pack> list() {
    return List.copyOf(packs.values());
  }
}
