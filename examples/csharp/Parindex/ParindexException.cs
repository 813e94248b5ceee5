using System;
using System.Collections.Generic;

namespace Parindex
{
    /// <summary>How much a finding weighs.</summary>
    public enum Severity
    {
        Note,
        Warning,
        Error
    }

    /// <summary>One thing that was found in a file or in marks.</summary>
    public sealed class Finding
    {
        /// <summary>The number of parindex.h, 400.</summary>
        public int Code { get; internal set; }

        /// <summary>Its name, "score_above_maximum".</summary>
        public string Name { get; internal set; }

        public Severity Severity { get; internal set; }

        /// <summary>From 1; 0: unknown.</summary>
        public int Line { get; internal set; }

        /// <summary>In code points, from 1; 0: unknown.</summary>
        public int Column { get; internal set; }

        /// <summary>Code of the criterion, or empty.</summary>
        public string Criterion { get; internal set; }

        /// <summary>JSON Pointer, or empty.</summary>
        public string Where { get; internal set; }

        public string Message { get; internal set; }
    }

    /// <summary>A call that failed.</summary>
    public sealed class ParindexException : Exception
    {
        internal ParindexException(Finding first, IReadOnlyList<Finding> findings) : base(first.Message)
        {
            First = first;
            Findings = findings;
        }

        /// <summary>The error that decided so.</summary>
        public Finding First { get; }

        /// <summary>All that the call found, at least one.</summary>
        public IReadOnlyList<Finding> Findings { get; }
    }
}
