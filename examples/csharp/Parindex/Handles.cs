using System;
using Microsoft.Win32.SafeHandles;

namespace Parindex
{
    // The runtime frees a SafeHandle once, keeps it alive during a call, and frees what nobody disposed of.

    internal sealed class DiagnosticsHandle : SafeHandleZeroOrMinusOneIsInvalid
    {
        public DiagnosticsHandle() : base(true) { }

        protected override bool ReleaseHandle()
        {
            Native.parindex_diagnostics_free(handle);
            return true;
        }
    }

    internal sealed class CriteriaSetHandle : SafeHandleZeroOrMinusOneIsInvalid
    {
        public CriteriaSetHandle() : base(true) { }

        protected override bool ReleaseHandle()
        {
            Native.parindex_criteria_set_free(handle);
            return true;
        }
    }

    internal sealed class AssessmentHandle : SafeHandleZeroOrMinusOneIsInvalid
    {
        public AssessmentHandle() : base(true) { }

        protected override bool ReleaseHandle()
        {
            Native.parindex_assessment_free(handle);
            return true;
        }
    }

    internal sealed class EvaluationHandle : SafeHandleZeroOrMinusOneIsInvalid
    {
        public EvaluationHandle() : base(true) { }

        protected override bool ReleaseHandle()
        {
            Native.parindex_evaluation_free(handle);
            return true;
        }
    }
}
