package moot.funding.income;

import java.util.Arrays;
import java.util.Optional;

/** Where a payment comes from. */
public enum IncomeClass {
  NATIONAL("national contract"),
  NETWORK("network contract"),
  LOCAL("local schemes"),
  /** Covid vaccination, support and long covid: national, but ended. */
  COVID("covid"),
  /** What is paid against what was spent: drugs, premises, locums. Nothing is left of it. */
  REIMBURSEMENT("reimbursement"),
  /** What the file itself does not tell, and headings that nobody has classed yet. */
  OTHER("other"),
  /** No payment: a sum of others, or what is taken from them. */
  NOT_A_PAYMENT("not a payment");

  private final String words;

  IncomeClass(String words) {
    this.words = words;
  }

  /** As written in the table of headings, and shown. */
  public String words() {
    return words;
  }

  public boolean isPayment() {
    return this != NOT_A_PAYMENT;
  }

  public static Optional<IncomeClass> find(String words) {
    return Arrays.stream(values()).filter(each -> each.words.equals(words)).findFirst();
  }
}
