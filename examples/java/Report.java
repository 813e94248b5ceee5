import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import parindex.Assessment;
import parindex.CriteriaSet;
import parindex.Evaluation;
import parindex.Evaluation.LedgerEntry;
import parindex.Evaluation.Which;
import parindex.Finding;
import parindex.ParindexException;

/** Scores one unit, names its fields and what cost it most, and shows what an error looks like. */
public final class Report {
    private final PrintStream out;

    private Report(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] arguments) {
        if (arguments.length != 1) {
            System.err.println("usage: Report DATA_FOLDER");
            System.exit(2);
        }
        // System.out has the encoding of the locale.
        try (PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, UTF_8)) {
            new Report(out).print(Path.of(arguments[0]));
        } catch (IOException | ParindexException problem) {
            System.err.println("error: " + problem.getMessage());
            System.exit(1);
        }
    }

    private void print(Path folder) throws IOException {
        byte[] marks = Files.readAllBytes(folder.resolve("assessment.json"));
        byte[] json = Files.readAllBytes(folder.resolve("criteria.json"));
        try (CriteriaSet criteria = CriteriaSet.read(json, "criteria.json");
            Assessment assessment = Assessment.read(criteria, marks, "assessment.json");
            Evaluation evaluation = assessment.evaluate()) {
            out.print(assessment.unitName() + ", " + assessment.year() + "\n");
            out.print("total " + evaluation.points(0, Which.SCORE) + " of " + evaluation.points(0, Which.MAXIMUM) + "\n");
            printFields(criteria, evaluation);
            printDeductions(criteria, evaluation);
            printError(criteria, new String(marks, UTF_8));
        }
    }

    private void printFields(CriteriaSet criteria, Evaluation evaluation) {
        out.print("fields:\n");
        for (CriteriaSet.Node node : criteria.nodes()) {
            if (node.level() == 1) {
                out.print("  " + node.code() + " " + node.name() + ": " + evaluation.points(node.index(), Which.SCORE) + " of "
                    + evaluation.points(node.index(), Which.MAXIMUM) + "\n");
            }
        }
    }

    private void printDeductions(CriteriaSet criteria, Evaluation evaluation) {
        out.print("largest deductions:\n");
        evaluation.ledger(0).stream()
            .filter(LedgerEntry::isDeduction)
            .sorted(Comparator.comparing(LedgerEntry::amount).reversed()) // ties keep their order
            .limit(3)
            .forEach(entry -> out.print("  " + criteria.nodes().get(entry.node()).code() + " -" + entry.amount() + ": "
                + evaluation.explain(entry.node(), Evaluation.Language.VIETNAMESE) + "\n"));
    }

    private void printError(CriteriaSet criteria, String marks) {
        out.print("error:\n");
        String wrong = marks.replaceFirst("\"score\": \"3\\.61\"", "\"score\": \"36.1\"");
        try {
            Assessment.read(criteria, wrong.getBytes(UTF_8), "assessment.json").close();
        } catch (ParindexException problem) {
            for (Finding each : problem.findings()) {
                out.print("  " + each.code() + " " + each.name() + " " + each.line() + ":" + each.column() + " " + each.where()
                    + " [" + each.criterion() + "]: " + each.message() + "\n");
            }
        }
    }
}
