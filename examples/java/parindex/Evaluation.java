package parindex;

import com.sun.jna.Pointer;
import java.util.List;
import java.util.stream.LongStream;
import parindex.NativeParindex.LedgerEntryStruct;
import parindex.NativeParindex.SizeT;

/** The points of one unit (kết quả tính điểm). It never changes; several threads may use it. */
public final class Evaluation extends Handle {
    /** Which points of a node; in the order of parindex.h. */
    public enum Which {
        MAXIMUM,
        SCORE,
        LOWEST,
        HIGHEST,
        DEDUCTION
    }

    /** In the order of parindex.h. */
    public enum Language {
        VIETNAMESE,
        ENGLISH
    }

    /**
     * One reason why the points of a node are not its maximum.
     *
     * @param node index of the node where it arose
     * @param isDeduction whether it was taken from the unit
     * @param amount above zero where points are taken away
     */
    public record LedgerEntry(int node, boolean isDeduction, Points amount) {}

    private final List<Finding> findings;

    Evaluation(Pointer pointer, List<Finding> findings) {
        super(pointer, NativeParindex::parindex_evaluation_free);
        this.findings = findings;
    }

    /** What a person should know before relying on the score. */
    public List<Finding> findings() {
        return findings;
    }

    /** @throws ParindexException for an index of nothing */
    public Points points(int node, Which which) {
        return new Points(use(evaluation -> Calls.text((buffer, capacity, size, error) ->
            NativeParindex.parindex_evaluation_points(evaluation, node, which.ordinal(), buffer, capacity, size, error))));
    }

    /** The amounts of a node and all below it add up to exactly its maximum less its highest points. */
    public List<LedgerEntry> ledger(int node) {
        return use(evaluation -> {
            long count = NativeParindex.parindex_evaluation_ledger_count(evaluation, node).longValue();
            return LongStream.range(0, count).mapToObj(index -> entry(evaluation, node, new SizeT(index))).toList();
        });
    }

    /** How a node came to its points, in one sentence. */
    public String explain(int node, Language language) {
        return use(evaluation -> Calls.text((buffer, capacity, size, error) ->
            NativeParindex.parindex_evaluation_explain(evaluation, node, language.ordinal(), buffer, capacity, size, error)));
    }

    private static LedgerEntry entry(Pointer evaluation, int node, SizeT index) {
        LedgerEntryStruct entry = new LedgerEntryStruct();
        Calls.check(error -> NativeParindex.parindex_evaluation_ledger_entry(evaluation, node, index, entry, error));
        String amount = Calls.text((buffer, capacity, size, error) ->
            NativeParindex.parindex_evaluation_ledger_amount(evaluation, node, index, buffer, capacity, size, error));
        return new LedgerEntry(entry.node, entry.isDeduction != 0, new Points(amount));
    }
}
