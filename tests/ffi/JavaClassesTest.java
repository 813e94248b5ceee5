import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import parindex.Assessment;
import parindex.Assessment.Round;
import parindex.Batch;
import parindex.CriteriaSet;
import parindex.Evaluation;
import parindex.Evaluation.Which;
import parindex.ParindexException;
import parindex.Points;

/** What the report does not need of the classes of examples/java: JavaClassesTest SON_LA_FOLDER THIS_FOLDER */
public final class JavaClassesTest {
    private JavaClassesTest() {}

    public static void main(String[] arguments) throws Exception {
        try (CriteriaSet criteria = CriteriaSet.read(Files.readAllBytes(Path.of(arguments[0], "criteria.json")), "")) {
            testMarks(criteria);
            testBatch(criteria);
            testHandles(criteria);
        }
        testFractions(Path.of(arguments[1]));
    }

    private static int nodeOf(CriteriaSet criteria, String code) {
        return criteria.nodes().stream().filter(node -> node.code().equals(code)).findFirst().orElseThrow().index();
    }

    private static void testMarks(CriteriaSet criteria) throws Exception {
        try (Assessment made = Assessment.create(criteria, "VPUB", "Văn phòng", "", 2021)) {
            expect("Văn phòng", made.unitName());
            made.setScore("4.1", new BigDecimal("3.61"), Round.APPRAISAL);
            try (Evaluation scored = made.evaluate()) {
                expect(new BigDecimal("3.61"), scored.points(nodeOf(criteria, "4.1"), Which.SCORE).toBigDecimal());
                expect(false, scored.findings().isEmpty());
            }
            made.setScore("4.1", new BigDecimal("1E+1"), Round.APPRAISAL);
            ParindexException refused = expectThrown(ParindexException.class, made::evaluate);
            expect("score_above_maximum", refused.first().name());
            expect("4.1", refused.first().criterion());
            expect("unknown_code", expectThrown(ParindexException.class, () -> {
                made.setScore("9.9", BigDecimal.ONE, Round.APPRAISAL);
                return null;
            }).first().name());
            expectThrown(ArithmeticException.class, () -> {
                made.setScore("4.1", new BigDecimal("9223372036854775808"), Round.APPRAISAL);
                return null;
            });
        }
    }

    private static void testBatch(CriteriaSet criteria) {
        int leaf = nodeOf(criteria, "4.1");
        long[] cells = new long[150];
        Arrays.fill(cells, 361);
        cells[77] = 401;
        Batch scored = Batch.score(criteria, 2021, List.of(new Batch.Column(leaf, 2, Round.APPRAISAL, cells)), 2);
        for (int unit = 0; unit < cells.length; ++unit) {
            expect(unit == 77 ? 400 : 0, scored.status(unit));
            expect(unit == 77 ? leaf : -1, scored.node(unit));
            expect(unit == 77 ? new BigDecimal("0.00") : scored.total(0), scored.total(unit));
        }
        expect(1, scored.findings().size());
        expect("/77/0", scored.findings().get(0).where());
    }

    private static void testHandles(CriteriaSet criteria) throws Exception {
        Assessment made = Assessment.create(criteria, "VPUB", "", "", 2021);
        made.close();
        made.close();
        expectThrown(IllegalStateException.class, made::year);
    }

    private static void testFractions(Path folder) throws Exception {
        try (CriteriaSet criteria = CriteriaSet.read(Files.readAllBytes(folder.resolve("thirds_criteria.json")), "");
            Assessment marks = Assessment.read(criteria, Files.readAllBytes(folder.resolve("thirds_assessment.json")), "");
            Evaluation scored = marks.evaluate()) {
            Points score = scored.points(0, Which.SCORE);
            expect("2/3", score.toString());
            expect(new BigDecimal("0.67"), score.round(2, RoundingMode.HALF_UP));
            expect(true, score.compareTo(scored.points(0, Which.MAXIMUM)) < 0);
            expect(score, scored.points(1, Which.SCORE));
            expectThrown(ArithmeticException.class, score::toBigDecimal);
        }
    }

    private static void expect(Object expected, Object found) {
        if (!expected.equals(found)) {
            throw new AssertionError("expected " + expected + ", found " + found);
        }
    }

    private static <T extends Exception> T expectThrown(Class<T> type, Callable<?> call) throws Exception {
        try {
            call.call();
        } catch (Exception thrown) {
            if (type.isInstance(thrown)) {
                return type.cast(thrown);
            }
            throw thrown;
        }
        throw new AssertionError("expected " + type.getSimpleName());
    }
}
