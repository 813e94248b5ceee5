using System;
using System.Collections.Generic;

namespace Parindex
{
    /// <summary>Which points of a node.</summary>
    public enum PointsOf
    {
        Maximum,
        Score,
        Lowest,
        Highest,
        Deduction
    }

    public enum Language
    {
        Vietnamese,
        English
    }

    /// <summary>One reason why the points of a node are not its maximum.</summary>
    public sealed class LedgerEntry
    {
        internal LedgerEntry(int node, bool isDeduction, Points amount)
        {
            Node = node;
            IsDeduction = isDeduction;
            Amount = amount;
        }

        /// <summary>Index of the node where it arose.</summary>
        public int Node { get; }

        /// <summary>Whether it was taken from the unit.</summary>
        public bool IsDeduction { get; }

        /// <summary>Above zero where points are taken away.</summary>
        public Points Amount { get; }
    }

    /// <summary>The points of one unit (kết quả tính điểm). It never changes; several threads may use it.</summary>
    public sealed unsafe class Evaluation : IDisposable
    {
        private readonly EvaluationHandle handle;

        internal Evaluation(EvaluationHandle handle, IReadOnlyList<Finding> findings)
        {
            this.handle = handle;
            Findings = findings;
        }

        /// <summary>What a person should know before relying on the score.</summary>
        public IReadOnlyList<Finding> Findings { get; }

        /// <exception cref="ParindexException">for an index of nothing</exception>
        public Points PointsAt(int node, PointsOf which = PointsOf.Score) =>
            new Points(Calls.Text((byte[] buffer, UIntPtr capacity, out UIntPtr size, ref Native.Error error) =>
                Native.parindex_evaluation_points(handle, node, (int)which, buffer, capacity, out size, ref error)));

        /// <summary>The amounts of a node and all below it add up to exactly its maximum less its highest points.</summary>
        public IEnumerable<LedgerEntry> Ledger(int node)
        {
            ulong count = (ulong)Native.parindex_evaluation_ledger_count(handle, node);
            for (ulong i = 0; i < count; ++i) yield return Entry(node, (UIntPtr)i);
        }

        /// <summary>How a node came to its points, in one sentence.</summary>
        public string Explain(int node, Language language) =>
            Calls.Text((byte[] buffer, UIntPtr capacity, out UIntPtr size, ref Native.Error error) =>
                Native.parindex_evaluation_explain(handle, node, (int)language, buffer, capacity, out size, ref error));

        public void Dispose() => handle.Dispose();

        private LedgerEntry Entry(int node, UIntPtr index)
        {
            var entry = new Native.LedgerEntry { StructSize = (uint)sizeof(Native.LedgerEntry) };
            Native.Error error = Calls.NewError();
            Calls.Check(Native.parindex_evaluation_ledger_entry(handle, node, index, ref entry, ref error), ref error);
            string amount = Calls.Text((byte[] buffer, UIntPtr capacity, out UIntPtr size, ref Native.Error failed) =>
                Native.parindex_evaluation_ledger_amount(handle, node, index, buffer, capacity, out size, ref failed));
            return new LedgerEntry(entry.Node, entry.IsDeduction != 0, new Points(amount));
        }
    }
}
