using System;
using System.Reflection;
using System.Runtime.InteropServices;

namespace Parindex
{
    /// <summary>The C functions as they stand in parindex.h. Nothing outside this assembly sees them.</summary>
    internal static unsafe class Native
    {
        // libparindex.so.1: Mono reads it from the .config file of the program, .NET from the resolver below.
        private const string Library = "parindex";

        [StructLayout(LayoutKind.Sequential)]
        internal struct Error
        {
            public uint StructSize;
            public int Code;
            public int Severity;
            public uint Line;
            public uint Column;
            public uint Findings;
            public fixed byte Criterion[128];
            public fixed byte Where[256];
            public fixed byte Message[512];
        }

        [StructLayout(LayoutKind.Sequential)]
        internal struct Decimal
        {
            public long Coefficient;
            public int Scale;
            public int Reserved;
        }

        [StructLayout(LayoutKind.Sequential)]
        internal struct Node
        {
            public uint StructSize;
            public int Kind, PointKind, Parent, End, Level, Part, StatesMaximum, MaximumOrigin, Rule, FactCount;
        }

        [StructLayout(LayoutKind.Sequential)]
        internal struct LedgerEntry
        {
            public uint StructSize;
            public int Node, Kind, Origin, IsDeduction;
        }

        [StructLayout(LayoutKind.Sequential)]
        internal struct Column
        {
            public int Node, Fact, Round, Scale;
            public IntPtr Cells, Present;
        }

        [StructLayout(LayoutKind.Sequential)]
        internal struct Batch
        {
            public uint StructSize;
            public int Year;
            public UIntPtr UnitCount;
            public IntPtr Columns;
            public UIntPtr ColumnCount;
            public IntPtr Units, UnitGroup;
        }

        [StructLayout(LayoutKind.Sequential)]
        internal struct BatchResult
        {
            public uint StructSize;
            public int Places, Rounding, Reserved;
            public IntPtr Statuses, Nodes, Totals, Unmarked, Parts, Points, Exact;
        }

#if NET
        static Native()
        {
            NativeLibrary.SetDllImportResolver(typeof(Native).Assembly, (name, assembly, path) =>
                name == Library && !OperatingSystem.IsWindows() ? NativeLibrary.Load("libparindex.so.1", assembly, path) : IntPtr.Zero);
        }
#endif

        [DllImport(Library)]
        internal static extern uint parindex_abi_version();

        [DllImport(Library)]
        internal static extern IntPtr parindex_status_name(int status);

        [DllImport(Library)]
        internal static extern int parindex_decimal_round(byte[] text, UIntPtr textSize, int places, int rounding, out Decimal number,
            out int exact, ref Error error);

        [DllImport(Library)]
        internal static extern UIntPtr parindex_diagnostics_count(DiagnosticsHandle diagnostics);

        [DllImport(Library)]
        internal static extern int parindex_diagnostics_get(DiagnosticsHandle diagnostics, UIntPtr index, ref Error finding,
            ref Error error);

        [DllImport(Library)]
        internal static extern int parindex_diagnostics_text(DiagnosticsHandle diagnostics, UIntPtr index, int which, byte[] buffer,
            UIntPtr capacity, out UIntPtr size, ref Error error);

        [DllImport(Library)]
        internal static extern void parindex_diagnostics_free(IntPtr diagnostics);

        [DllImport(Library)]
        internal static extern int parindex_criteria_set_read(byte[] json, UIntPtr jsonSize, byte[] file, UIntPtr fileSize,
            out CriteriaSetHandle set, out DiagnosticsHandle diagnostics, ref Error error);

        [DllImport(Library)]
        internal static extern void parindex_criteria_set_free(IntPtr set);

        [DllImport(Library)]
        internal static extern int parindex_criteria_set_node_count(CriteriaSetHandle set);

        [DllImport(Library)]
        internal static extern int parindex_criteria_set_node(CriteriaSetHandle set, int index, ref Node node, ref Error error);

        [DllImport(Library)]
        internal static extern int parindex_criteria_set_text(CriteriaSetHandle set, int node, int which, byte[] buffer,
            UIntPtr capacity, out UIntPtr size, ref Error error);

        [DllImport(Library)]
        internal static extern int parindex_assessment_read(CriteriaSetHandle set, IntPtr context, byte[] json, UIntPtr jsonSize,
            byte[] file, UIntPtr fileSize, out AssessmentHandle assessment, out DiagnosticsHandle diagnostics, ref Error error);

        [DllImport(Library)]
        internal static extern int parindex_assessment_create(CriteriaSetHandle set, byte[] unit, UIntPtr unitSize, byte[] name,
            UIntPtr nameSize, byte[] group, UIntPtr groupSize, int year, out AssessmentHandle assessment, ref Error error);

        [DllImport(Library)]
        internal static extern int parindex_assessment_set_score(AssessmentHandle assessment, byte[] criterion, UIntPtr criterionSize,
            int round, ref Decimal score, ref Error error);

        [DllImport(Library)]
        internal static extern int parindex_assessment_unit(AssessmentHandle assessment, int which, byte[] buffer, UIntPtr capacity,
            out UIntPtr size, ref Error error);

        [DllImport(Library)]
        internal static extern int parindex_assessment_year(AssessmentHandle assessment);

        [DllImport(Library)]
        internal static extern void parindex_assessment_free(IntPtr assessment);

        [DllImport(Library)]
        internal static extern int parindex_evaluate(AssessmentHandle assessment, IntPtr context, out EvaluationHandle evaluation,
            out DiagnosticsHandle diagnostics, ref Error error);

        [DllImport(Library)]
        internal static extern int parindex_evaluation_points(EvaluationHandle evaluation, int node, int which, byte[] buffer,
            UIntPtr capacity, out UIntPtr size, ref Error error);

        [DllImport(Library)]
        internal static extern UIntPtr parindex_evaluation_ledger_count(EvaluationHandle evaluation, int node);

        [DllImport(Library)]
        internal static extern int parindex_evaluation_ledger_entry(EvaluationHandle evaluation, int node, UIntPtr index,
            ref LedgerEntry entry, ref Error error);

        [DllImport(Library)]
        internal static extern int parindex_evaluation_ledger_amount(EvaluationHandle evaluation, int node, UIntPtr index,
            byte[] buffer, UIntPtr capacity, out UIntPtr size, ref Error error);

        [DllImport(Library)]
        internal static extern int parindex_evaluation_explain(EvaluationHandle evaluation, int node, int language, byte[] buffer,
            UIntPtr capacity, out UIntPtr size, ref Error error);

        [DllImport(Library)]
        internal static extern void parindex_evaluation_free(IntPtr evaluation);

        [DllImport(Library)]
        internal static extern int parindex_batch_score(CriteriaSetHandle set, IntPtr context, ref Batch batch, ref BatchResult result,
            out DiagnosticsHandle diagnostics, ref Error error);
    }
}
