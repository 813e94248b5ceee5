using System;
using System.Collections.Generic;
using System.Linq;

namespace Parindex
{
    /// <summary>A field, group or criterion; node 0 is the whole set.</summary>
    public sealed class Node
    {
        internal Node(int index, int level, string code, string name)
        {
            Index = index;
            Level = level;
            Code = code;
            Name = name;
        }

        public int Index { get; }

        /// <summary>0 the set, 1 a field.</summary>
        public int Level { get; }

        public string Code { get; }
        public string Name { get; }
    }

    /// <summary>A criteria set (bộ tiêu chí). It never changes; several threads may use it.</summary>
    public sealed unsafe class CriteriaSet : IDisposable
    {
        private const uint ExpectedAbi = 1;

        internal readonly CriteriaSetHandle Handle;

        private CriteriaSet(CriteriaSetHandle handle)
        {
            Handle = handle;
            Nodes = Enumerable.Range(0, Native.parindex_criteria_set_node_count(handle)).Select(ReadNode).ToArray();
        }

        /// <summary>In the order of the document.</summary>
        public IReadOnlyList<Node> Nodes { get; }

        /// <param name="json">"parindex.criteria/1" in UTF-8</param>
        /// <param name="file">what findings call it</param>
        /// <exception cref="ParindexException">with everything that is wrong with the set</exception>
        public static CriteriaSet Read(byte[] json, string file)
        {
            if (Native.parindex_abi_version() != ExpectedAbi) throw new NotSupportedException("libparindex has another ABI");
            byte[] name = Calls.Utf8(file);
            Native.Error error = Calls.NewError();
            int status = Native.parindex_criteria_set_read(json, Calls.SizeOf(json), name, Calls.SizeOf(name),
                out CriteriaSetHandle handle, out DiagnosticsHandle diagnostics, ref error);
            Calls.Check(status, diagnostics, ref error);
            return new CriteriaSet(handle);
        }

        public void Dispose() => Handle.Dispose();

        private Node ReadNode(int index)
        {
            var node = new Native.Node { StructSize = (uint)sizeof(Native.Node) };
            Native.Error error = Calls.NewError();
            Calls.Check(Native.parindex_criteria_set_node(Handle, index, ref node, ref error), ref error);
            return new Node(index, node.Level, TextOf(index, TextKind.Code), TextOf(index, TextKind.Name));
        }

        private string TextOf(int node, TextKind which) =>
            Calls.Text((byte[] buffer, UIntPtr capacity, out UIntPtr size, ref Native.Error error) =>
                Native.parindex_criteria_set_text(Handle, node, (int)which, buffer, capacity, out size, ref error));
    }
}
