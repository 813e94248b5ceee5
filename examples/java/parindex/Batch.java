package parindex;

import com.sun.jna.Memory;
import java.lang.ref.Reference;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import parindex.NativeParindex.BatchResultStruct;
import parindex.NativeParindex.BatchStruct;
import parindex.NativeParindex.ColumnStruct;
import parindex.NativeParindex.SizeT;

/** The totals of many units that were scored in one call. */
public final class Batch {
    /**
     * The scores of a leaf, unit by unit.
     *
     * @param node index of the leaf
     * @param scale the cells are integers of which 10^scale make a point
     * @param round who gave the marks
     * @param cells one for each unit
     */
    public record Column(int node, int scale, Assessment.Round round, long[] cells) {}

    private final int places;
    private final int[] statuses;
    private final int[] nodes;
    private final long[] totals;
    private final List<Finding> findings;

    private Batch(int places, int[] statuses, int[] nodes, long[] totals, List<Finding> findings) {
        this.places = places;
        this.statuses = statuses;
        this.nodes = nodes;
        this.totals = totals;
        this.findings = findings;
    }

    /**
     * @param criteria that the scores are for
     * @param year that is scored
     * @param columns at least one; all of one length, which is the number of units
     * @param places to which totals are rounded, half up
     * @throws ParindexException where the table is wrong; a bad cell fails its unit alone
     */
    public static Batch score(CriteriaSet criteria, int year, List<Column> columns, int places) {
        int units = columns.get(0).cells().length;
        List<Memory> cells = new ArrayList<>(); // they must live as long as the call
        ColumnStruct[] structs = (ColumnStruct[]) new ColumnStruct().toArray(columns.size());
        for (int i = 0; i < structs.length; ++i) {
            cells.add(fill(structs[i], columns.get(i), units));
            structs[i].write();
        }
        BatchStruct batch = new BatchStruct();
        batch.year = year;
        batch.unitCount = new SizeT(units);
        batch.columns = structs[0].getPointer();
        batch.columnCount = new SizeT(structs.length);
        BatchResultStruct result = new BatchResultStruct();
        result.places = places;
        result.statuses = memory(units, Integer.BYTES);
        result.nodes = memory(units, Integer.BYTES);
        result.totals = memory(units, Long.BYTES);
        List<Finding> findings = criteria.use(set -> Calls.checkWithFindings((diagnostics, error) ->
            NativeParindex.parindex_batch_score(set, null, batch, result, diagnostics, error)));
        Reference.reachabilityFence(cells);
        Reference.reachabilityFence(structs);
        return new Batch(places, result.statuses.getIntArray(0, units), result.nodes.getIntArray(0, units),
            result.totals.getLongArray(0, units), findings);
    }

    /** 0, or the code of the first error of a unit; then its total is 0. */
    public int status(int unit) {
        return statuses[unit];
    }

    /** Index of the leaf of that error, or -1. */
    public int node(int unit) {
        return nodes[unit];
    }

    /** The score of a unit. */
    public BigDecimal total(int unit) {
        return BigDecimal.valueOf(totals[unit], places);
    }

    /** What is wrong with units. */
    public List<Finding> findings() {
        return findings;
    }

    private static Memory fill(ColumnStruct struct, Column column, int units) {
        if (column.cells().length != units) {
            throw new IllegalArgumentException("columns of different lengths");
        }
        Memory cells = memory(units, Long.BYTES);
        cells.write(0, column.cells(), 0, units);
        struct.node = column.node();
        struct.fact = -1;
        struct.round = column.round().ordinal();
        struct.scale = column.scale();
        struct.cells = cells;
        return cells;
    }

    private static Memory memory(int count, int size) {
        return new Memory(Math.max(1, (long) count * size)); // of JNA, which refuses 0 bytes
    }
}
