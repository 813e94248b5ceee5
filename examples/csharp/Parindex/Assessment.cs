using System;

namespace Parindex
{
    /// <summary>Who gave a mark.</summary>
    public enum Round
    {
        Self,
        Appraisal,
        ReAppraisal,
        Survey,
        Authority
    }

    /// <summary>The marks of one unit for one year. Only one thread at a time may change or dispose of it.</summary>
    public sealed class Assessment : IDisposable
    {
        private readonly AssessmentHandle handle;

        private Assessment(AssessmentHandle handle)
        {
            this.handle = handle;
        }

        /// <summary>The name of the unit.</summary>
        public string UnitName => Calls.Text((byte[] buffer, UIntPtr capacity, out UIntPtr size, ref Native.Error error) =>
            Native.parindex_assessment_unit(handle, (int)TextKind.Name, buffer, capacity, out size, ref error));

        public int Year => Native.parindex_assessment_year(handle);

        /// <param name="set">that the marks are for</param>
        /// <param name="json">"parindex.assessment/1" in UTF-8</param>
        /// <param name="file">what findings call it</param>
        /// <exception cref="ParindexException">with everything that is wrong with the marks</exception>
        public static Assessment Read(CriteriaSet set, byte[] json, string file)
        {
            byte[] name = Calls.Utf8(file);
            Native.Error error = Calls.NewError();
            int status = Native.parindex_assessment_read(set.Handle, IntPtr.Zero, json, Calls.SizeOf(json), name, Calls.SizeOf(name),
                out AssessmentHandle handle, out DiagnosticsHandle diagnostics, ref error);
            Calls.Check(status, diagnostics, ref error);
            return new Assessment(handle);
        }

        /// <summary>Without marks.</summary>
        /// <exception cref="ParindexException">for an empty unit or a year out of range</exception>
        public static Assessment Create(CriteriaSet set, string unit, int year, string name = "", string group = "")
        {
            byte[] unitBytes = Calls.Utf8(unit), nameBytes = Calls.Utf8(name), groupBytes = Calls.Utf8(group);
            Native.Error error = Calls.NewError();
            int status = Native.parindex_assessment_create(set.Handle, unitBytes, Calls.SizeOf(unitBytes), nameBytes,
                Calls.SizeOf(nameBytes), groupBytes, Calls.SizeOf(groupBytes), year, out AssessmentHandle handle, ref error);
            Calls.Check(status, ref error);
            return new Assessment(handle);
        }

        /// <summary>Gives a leaf a score, in the place of what its mark said in that round.</summary>
        /// <exception cref="ParindexException">for a criterion that is none or has no marks</exception>
        /// <exception cref="OverflowException">for a score of more than 18 digits</exception>
        public void SetScore(string criterion, decimal score, Round round)
        {
            byte[] code = Calls.Utf8(criterion);
            int[] bits = decimal.GetBits(score);
            int scale = (bits[3] >> 16) & 0xFF;
            var number = new Native.Decimal { Coefficient = Coefficient(bits), Scale = scale };
            Native.Error error = Calls.NewError();
            int status = Native.parindex_assessment_set_score(handle, code, Calls.SizeOf(code), (int)round, ref number, ref error);
            Calls.Check(status, ref error);
        }

        /// <summary>Scores the unit.</summary>
        /// <exception cref="ParindexException">where the marks contradict the set</exception>
        public Evaluation Evaluate()
        {
            Native.Error error = Calls.NewError();
            int status = Native.parindex_evaluate(handle, IntPtr.Zero, out EvaluationHandle evaluation,
                out DiagnosticsHandle diagnostics, ref error);
            return new Evaluation(evaluation, Calls.Check(status, diagnostics, ref error));
        }

        public void Dispose() => handle.Dispose();

        private static long Coefficient(int[] bits)
        {
            if (bits[2] != 0 || bits[1] < 0) throw new OverflowException("a score has at most 18 digits");
            long size = ((long)bits[1] << 32) | (uint)bits[0];
            return bits[3] < 0 ? -size : size;
        }
    }
}
