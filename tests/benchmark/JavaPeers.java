import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.function.IntFunction;

/** The operations of numeric_benchmark.cpp in java.math.BigDecimal; prints {name: nanoseconds} as JSON. */
public final class JavaPeers {
    private static final int COUNT = 256;
    private static Object sink;

    private long state;

    private JavaPeers(long seed) { state = seed; }

    private int below(int bound) {
        state = state * 6364136223846793005L + 1442695040888963407L;
        return (int) Long.remainderUnsigned(state >>> 33, bound);
    }

    private static String[] scores(long seed, boolean mixed) {
        JavaPeers random = new JavaPeers(seed);
        String[] out = new String[COUNT];
        for (int index = 0; index < COUNT; ++index) {
            BigDecimal units = BigDecimal.valueOf(random.below(10_000));
            BigDecimal value = units.movePointLeft(mixed ? random.below(5) : 2);
            boolean negative = random.below(4) == 0;
            out[index] = (negative ? value.negate() : value).toPlainString();
        }
        return out;
    }

    private static BigDecimal[] parsed(String[] texts) {
        BigDecimal[] out = new BigDecimal[texts.length];
        for (int index = 0; index < texts.length; ++index) out[index] = new BigDecimal(texts[index]);
        return out;
    }

    /** The best of several runs, after the compiler has warmed up. */
    private static double nanoseconds(IntFunction<Object> operation, int items) {
        Object[] results = new Object[items];
        double best = Double.MAX_VALUE;
        for (int run = 0; run < 60; ++run) {
            long begun = System.nanoTime();
            for (int repeat = 0; repeat < 200; ++repeat) {
                for (int index = 0; index < items; ++index) results[index] = operation.apply(index);
            }
            best = Math.min(best, (System.nanoTime() - begun) / 200.0 / items);
            sink = results;
        }
        return best;
    }

    private static String entry(String operation, double nanoseconds) {
        return String.format(Locale.ROOT, "\"%s/Java BigDecimal\": %.3f", operation, nanoseconds);
    }

    public static void main(String[] arguments) {
        String[] texts = scores(1, false);
        BigDecimal[] a = parsed(texts);
        BigDecimal[] b = parsed(scores(2, false));
        BigDecimal[] c = parsed(scores(1, true));
        BigDecimal[] d = parsed(scores(2, true));
        BigDecimal[] total = {BigDecimal.ZERO};
        System.out.println("{" + String.join(", ",
            entry("add same scale", nanoseconds(i -> a[i].add(b[i]), COUNT)),
            entry("add mixed scale", nanoseconds(i -> c[i].add(d[i]), COUNT)),
            entry("multiply", nanoseconds(i -> a[i].multiply(b[i]), COUNT)),
            entry("compare", nanoseconds(i -> a[i].compareTo(b[i]) < 0, COUNT)),
            entry("round", nanoseconds(i -> a[i].setScale(1, RoundingMode.HALF_UP), COUNT)),
            entry("parse", nanoseconds(i -> new BigDecimal(texts[i]), COUNT)),
            // BigDecimal remembers its text: a fresh value each time, and the price of making it is included.
            entry("format", nanoseconds(i -> BigDecimal.valueOf(a[i].unscaledValue().longValue(), 2).toString(), COUNT)),
            entry("column sum", nanoseconds(i -> total[0] = (i == 0 ? BigDecimal.ZERO : total[0]).add(a[i]), COUNT)))
            + "}");
        if (sink == null) throw new IllegalStateException();
    }
}
