@org.jspecify.annotations.NullMarked
package moot.funding.income;
