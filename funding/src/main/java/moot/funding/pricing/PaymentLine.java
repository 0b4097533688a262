package moot.funding.pricing;

import java.time.YearMonth;
import java.util.List;
import moot.funding.Mark;
import moot.funding.Money;
import moot.funding.Quantity;
import moot.funding.Rate;
import moot.funding.terms.Term;

/**
 * One payment: a month, a payee, a term.
 *
 * @param quantity of the term's basis
 * @param rate as in the rule pack: for a year, a month or a window, as the term says
 * @param mark of the rate, or unverified when there are doubts
 * @param doubts why it is less sure than its rate, in words
 */
public record PaymentLine(
    YearMonth month,
    String payer,
    Payee payee,
    Term term,
    Quantity quantity,
    Rate rate,
    Money amount,
    List<String> sources,
    Mark mark,
    List<String> doubts) {}
