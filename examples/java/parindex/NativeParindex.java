package parindex;

import com.sun.jna.IntegerType;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;
import com.sun.jna.Structure;
import com.sun.jna.Structure.FieldOrder;
import com.sun.jna.ptr.PointerByReference;

/** The C functions as they stand in parindex.h. Nothing outside this package calls them. */
final class NativeParindex {
    private static final int ABI_VERSION = 1;

    static {
        Native.register(NativeParindex.class,
            NativeLibrary.getInstance(Platform.isWindows() ? "parindex" : "libparindex.so." + ABI_VERSION));
        if (parindex_abi_version() != ABI_VERSION) {
            throw new UnsatisfiedLinkError("libparindex has the ABI " + parindex_abi_version());
        }
    }

    private NativeParindex() {}

    static native int parindex_abi_version();

    static native Pointer parindex_status_name(int status);

    static native SizeT parindex_diagnostics_count(Pointer diagnostics);

    static native int parindex_diagnostics_get(Pointer diagnostics, SizeT index, Pointer finding, Pointer error);

    static native int parindex_diagnostics_text(Pointer diagnostics, SizeT index, int which, byte[] buffer, SizeT capacity,
        long[] size, Pointer error);

    static native void parindex_diagnostics_free(Pointer diagnostics);

    static native int parindex_criteria_set_read(byte[] json, SizeT jsonSize, byte[] file, SizeT fileSize,
        PointerByReference set, PointerByReference diagnostics, Pointer error);

    static native void parindex_criteria_set_free(Pointer set);

    static native int parindex_criteria_set_node_count(Pointer set);

    static native int parindex_criteria_set_node(Pointer set, int index, NodeStruct node, Pointer error);

    static native int parindex_criteria_set_text(Pointer set, int node, int which, byte[] buffer, SizeT capacity, long[] size,
        Pointer error);

    static native int parindex_assessment_read(Pointer set, Pointer context, byte[] json, SizeT jsonSize, byte[] file,
        SizeT fileSize, PointerByReference assessment, PointerByReference diagnostics, Pointer error);

    static native int parindex_assessment_create(Pointer set, byte[] unit, SizeT unitSize, byte[] name, SizeT nameSize,
        byte[] group, SizeT groupSize, int year, PointerByReference assessment, Pointer error);

    static native int parindex_assessment_set_score(Pointer assessment, byte[] criterion, SizeT criterionSize, int round,
        DecimalStruct score, Pointer error);

    static native int parindex_assessment_unit(Pointer assessment, int which, byte[] buffer, SizeT capacity, long[] size,
        Pointer error);

    static native int parindex_assessment_year(Pointer assessment);

    static native void parindex_assessment_free(Pointer assessment);

    static native int parindex_evaluate(Pointer assessment, Pointer context, PointerByReference evaluation,
        PointerByReference diagnostics, Pointer error);

    static native int parindex_evaluation_points(Pointer evaluation, int node, int which, byte[] buffer, SizeT capacity,
        long[] size, Pointer error);

    static native SizeT parindex_evaluation_ledger_count(Pointer evaluation, int node);

    static native int parindex_evaluation_ledger_entry(Pointer evaluation, int node, SizeT index, LedgerEntryStruct entry,
        Pointer error);

    static native int parindex_evaluation_ledger_amount(Pointer evaluation, int node, SizeT index, byte[] buffer,
        SizeT capacity, long[] size, Pointer error);

    static native int parindex_evaluation_explain(Pointer evaluation, int node, int language, byte[] buffer, SizeT capacity,
        long[] size, Pointer error);

    static native void parindex_evaluation_free(Pointer evaluation);

    static native int parindex_batch_score(Pointer set, Pointer context, BatchStruct batch, BatchResultStruct result,
        PointerByReference diagnostics, Pointer error);

    /** size_t. A long[1] takes one as a result: what it does not fill stays 0. */
    public static final class SizeT extends IntegerType {
        private static final long serialVersionUID = 1;

        public SizeT() {
            this(0);
        }

        SizeT(long value) {
            super(Native.SIZE_T_SIZE, value, true);
        }
    }

    @FieldOrder({"structSize", "code", "severity", "line", "column", "findings", "criterion", "where", "message"})
    public static final class ErrorStruct extends Structure {
        public int structSize;
        public int code;
        public int severity;
        public int line;
        public int column;
        public int findings;
        public byte[] criterion = new byte[128];
        public byte[] where = new byte[256];
        public byte[] message = new byte[512];

        /** Calls take its address; it is read where something went wrong only. */
        ErrorStruct() {
            structSize = size();
            write();
        }
    }

    @FieldOrder({"coefficient", "scale", "reserved"})
    public static final class DecimalStruct extends Structure {
        public long coefficient;
        public int scale;
        public int reserved;
    }

    @FieldOrder({"structSize", "kind", "pointKind", "parent", "end", "level", "part", "statesMaximum", "maximumOrigin", "rule",
        "factCount"})
    public static final class NodeStruct extends Structure {
        public int structSize = size();
        public int kind;
        public int pointKind;
        public int parent;
        public int end;
        public int level;
        public int part;
        public int statesMaximum;
        public int maximumOrigin;
        public int rule;
        public int factCount;
    }

    @FieldOrder({"structSize", "node", "kind", "origin", "isDeduction"})
    public static final class LedgerEntryStruct extends Structure {
        public int structSize = size();
        public int node;
        public int kind;
        public int origin;
        public int isDeduction;
    }

    @FieldOrder({"node", "fact", "round", "scale", "cells", "present"})
    public static final class ColumnStruct extends Structure {
        public int node;
        public int fact;
        public int round;
        public int scale;
        public Pointer cells;
        public Pointer present;
    }

    @FieldOrder({"structSize", "year", "unitCount", "columns", "columnCount", "units", "unitGroup"})
    public static final class BatchStruct extends Structure {
        public int structSize = size();
        public int year;
        public SizeT unitCount;
        public Pointer columns;
        public SizeT columnCount;
        public Pointer units;
        public Pointer unitGroup;
    }

    @FieldOrder({"structSize", "places", "rounding", "reserved", "statuses", "nodes", "totals", "unmarked", "parts", "points",
        "exact"})
    public static final class BatchResultStruct extends Structure {
        public int structSize = size();
        public int places;
        public int rounding;
        public int reserved;
        public Pointer statuses;
        public Pointer nodes;
        public Pointer totals;
        public Pointer unmarked;
        public Pointer parts;
        public Pointer points;
        public Pointer exact;
    }
}
