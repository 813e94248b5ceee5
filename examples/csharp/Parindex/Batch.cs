using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;

namespace Parindex
{
    /// <summary>The scores of a leaf, unit by unit: integers of which 10^scale make a point.</summary>
    public sealed class Column
    {
        public Column(int node, int scale, long[] cells, Round round = Round.Appraisal)
        {
            Node = node;
            Scale = scale;
            Cells = cells;
            Round = round;
        }

        public int Node { get; }
        public int Scale { get; }
        public long[] Cells { get; }
        public Round Round { get; }
    }

    /// <summary>The totals of many units that were scored in one call.</summary>
    public sealed unsafe class Batch
    {
        private readonly int places;
        private readonly int[] statuses;
        private readonly int[] nodes;
        private readonly long[] totals;

        private Batch(int unitCount, int places)
        {
            this.places = places;
            statuses = new int[unitCount];
            nodes = new int[unitCount];
            totals = new long[unitCount];
        }

        /// <summary>What is wrong with units.</summary>
        public IReadOnlyList<Finding> Findings { get; private set; }

        /// <param name="set">that the scores are for</param>
        /// <param name="year">that is scored</param>
        /// <param name="columns">all of one length, which is the number of units</param>
        /// <param name="places">to which totals are rounded, half up</param>
        /// <exception cref="ParindexException">where the table is wrong; a bad cell fails its unit alone</exception>
        public static Batch Score(CriteriaSet set, int year, IReadOnlyList<Column> columns, int places = 2)
        {
            int unitCount = columns.Count == 0 ? 0 : columns[0].Cells.Length;
            var batch = new Batch(unitCount, places);
            var native = new Native.Column[columns.Count];
            using (var pinned = new PinnedArrays())
            {
                for (int i = 0; i < native.Length; ++i)
                {
                    Column column = columns[i];
                    if (column.Cells.Length != unitCount) throw new ArgumentException("columns of different lengths", nameof(columns));
                    native[i] = new Native.Column
                    {
                        Node = column.Node, Fact = -1, Round = (int)column.Round, Scale = column.Scale, Cells = pinned.Add(column.Cells)
                    };
                }
                var table = new Native.Batch
                {
                    StructSize = (uint)sizeof(Native.Batch), Year = year, UnitCount = (UIntPtr)(uint)unitCount,
                    Columns = pinned.Add(native), ColumnCount = (UIntPtr)(uint)native.Length
                };
                var result = new Native.BatchResult
                {
                    StructSize = (uint)sizeof(Native.BatchResult), Places = places, Statuses = pinned.Add(batch.statuses),
                    Nodes = pinned.Add(batch.nodes), Totals = pinned.Add(batch.totals)
                };
                Native.Error error = Calls.NewError();
                int status = Native.parindex_batch_score(set.Handle, IntPtr.Zero, ref table, ref result,
                    out DiagnosticsHandle diagnostics, ref error);
                batch.Findings = Calls.Check(status, diagnostics, ref error);
            }
            return batch;
        }

        /// <summary>0, or the code of the first error of a unit; then its total is 0.</summary>
        public int StatusOf(int unit) => statuses[unit];

        /// <summary>Index of the leaf of that error, or -1.</summary>
        public int NodeOf(int unit) => nodes[unit];

        public decimal TotalOf(int unit) => Points.ToDecimal(totals[unit], places);

        /// <summary>Arrays that the collector does not move while the library reads and writes them.</summary>
        private sealed class PinnedArrays : IDisposable
        {
            private readonly List<GCHandle> handles = new List<GCHandle>();

            public IntPtr Add(Array array)
            {
                GCHandle handle = GCHandle.Alloc(array, GCHandleType.Pinned);
                handles.Add(handle);
                return handle.AddrOfPinnedObject();
            }

            public void Dispose()
            {
                foreach (GCHandle each in handles) each.Free();
            }
        }
    }
}
