package moot.funding.pricing;

import moot.register.NetworkCode;
import moot.register.PracticeCode;

/** Who is paid. */
public sealed interface Payee {
  /** Its code, as in payments.csv. */
  String code();

  String inWords();

  record OfPractice(PracticeCode practice, String name) implements Payee {
    @Override
    public String code() {
      return practice.value();
    }

    @Override
    public String inWords() {
      return name.equals(practice.value()) ? name : "%s (%s)".formatted(name, practice);
    }
  }

  /** Whoever the practices of a network named to be paid. */
  record OfNetwork(NetworkCode network, String name) implements Payee {
    @Override
    public String code() {
      return network.value();
    }

    @Override
    public String inWords() {
      return (name.equals(network.value()) ? name : "%s (%s)".formatted(name, network))
          + ", nominated payee";
    }
  }

  /** Of networks that nobody has named: only ever left out, never paid. */
  record OfUnknownNetworks(String place) implements Payee {
    @Override
    public String code() {
      return "networks";
    }

    @Override
    public String inWords() {
      return "the networks of " + place;
    }
  }

  /** The commissioner of the place. */
  record OfPlace(String name) implements Payee {
    @Override
    public String code() {
      return "commissioner";
    }

    @Override
    public String inWords() {
      return "commissioner of " + name;
    }
  }
}
