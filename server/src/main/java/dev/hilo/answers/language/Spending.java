package dev.hilo.answers.language;

import java.math.BigDecimal;

/** What a day's calls have cost. */
public record Spending(int calls, int failures, long tokensIn, long tokensOut, BigDecimal spent) {
    static final Spending NONE = new Spending(0, 0, 0, 0, BigDecimal.ZERO);
}
