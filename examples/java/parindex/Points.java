package parindex;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** Exact points: a decimal, or where none ends, a fraction such as 11/14. */
public final class Points implements Comparable<Points> {
    private final String text;
    private final BigDecimal numerator;
    private final BigInteger denominator;

    Points(String text) {
        int slash = text.indexOf('/');
        this.text = text;
        numerator = new BigDecimal(slash < 0 ? text : text.substring(0, slash));
        denominator = slash < 0 ? BigInteger.ONE : new BigInteger(text.substring(slash + 1));
    }

    /** @throws ArithmeticException where no decimal is equal to it: round it */
    public BigDecimal toBigDecimal() {
        return numerator.divide(new BigDecimal(denominator));
    }

    /** With a number of decimals. */
    public BigDecimal round(int places, RoundingMode mode) {
        return numerator.divide(new BigDecimal(denominator), places, mode);
    }

    @Override
    public int compareTo(Points other) {
        return numerator.multiply(new BigDecimal(other.denominator)).compareTo(
            other.numerator.multiply(new BigDecimal(denominator)));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Points points && compareTo(points) == 0;
    }

    @Override
    public int hashCode() {
        return text.hashCode(); // the library writes equal numbers alike
    }

    @Override
    public String toString() {
        return text;
    }
}
