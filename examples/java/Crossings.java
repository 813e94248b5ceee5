import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import parindex.Assessment;
import parindex.Batch;
import parindex.CriteriaSet;
import parindex.Evaluation;

/** How many calls a second of processor time reach the library: Crossings DATA_FOLDER */
public final class Crossings {
    private static final int UNIT_COUNT = 150;
    private static final OperatingSystemMXBean PROCESS =
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private Crossings() {}

    public static void main(String[] arguments) throws IOException {
        byte[] json = Files.readAllBytes(Path.of(arguments[0], "criteria.json"));
        byte[] marks = Files.readAllBytes(Path.of(arguments[0], "assessment.json"));
        try (CriteriaSet criteria = CriteriaSet.read(json, "");
            Assessment assessment = Assessment.read(criteria, marks, "");
            Evaluation evaluation = assessment.evaluate()) {
            List<Batch.Column> columns = criteria.nodes().stream().filter(node -> node.level() == 2)
                .map(node -> new Batch.Column(node.index(), 2, Assessment.Round.APPRAISAL,
                    LongStream.range(0, UNIT_COUNT).map(unit -> (unit + node.index()) % 101).toArray())).toList();
            measure("points", 1, () -> evaluation.points(0, Evaluation.Which.SCORE));
            measure("single", 1, () -> assessment.evaluate().close());
            measure("batch", UNIT_COUNT, () -> Batch.score(criteria, 2025, columns, 2));
        }
    }

    private static void measure(String what, int size, Runnable call) {
        double seconds = 0;
        long times = 1;
        while (seconds < 0.5) { // the shorter rounds before the last let the compiler warm up
            times *= 2;
            long start = PROCESS.getProcessCpuTime();
            for (long i = 0; i < times; ++i) {
                call.run();
            }
            seconds = (PROCESS.getProcessCpuTime() - start) / 1e9;
        }
        System.out.println(what + " " + Math.round(times * size / seconds));
    }
}
