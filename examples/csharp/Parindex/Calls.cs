using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;
using System.Text;

namespace Parindex
{
    /// <summary>Errors and texts of calls: what every class of this assembly needs.</summary>
    internal static unsafe class Calls
    {
        private const int BufferTooSmall = 6;

        internal delegate int TextWriter(byte[] buffer, UIntPtr capacity, out UIntPtr size, ref Native.Error error);

        internal static Native.Error NewError()
        {
            return new Native.Error { StructSize = (uint)sizeof(Native.Error) };
        }

        /// <summary>Throws what a call without findings reported.</summary>
        internal static void Check(int status, ref Native.Error error)
        {
            if (status == 0) return;
            Finding first = FindingOf(ref error);
            throw new ParindexException(first, new[] { first });
        }

        /// <summary>What a call found, or if it failed, an exception with it.</summary>
        internal static IReadOnlyList<Finding> Check(int status, DiagnosticsHandle diagnostics, ref Native.Error error)
        {
            using (diagnostics)
            {
                var findings = new Finding[diagnostics.IsInvalid ? 0 : (int)Native.parindex_diagnostics_count(diagnostics)];
                for (int i = 0; i < findings.Length; ++i) findings[i] = FindingAt(diagnostics, (UIntPtr)(uint)i);
                if (status == 0) return findings;
                Finding first = FindingOf(ref error);
                throw new ParindexException(first, findings.Length == 0 ? new[] { first } : findings);
            }
        }

        /// <summary>The text that a function writes to a buffer.</summary>
        internal static string Text(TextWriter write)
        {
            var buffer = new byte[256];
            while (true)
            {
                Native.Error error = NewError();
                int status = write(buffer, (UIntPtr)(uint)buffer.Length, out UIntPtr size, ref error);
                if (status == 0) return Encoding.UTF8.GetString(buffer, 0, (int)size);
                if (status != BufferTooSmall) Check(status, ref error);
                buffer = new byte[(int)size + 1];
            }
        }

        internal static byte[] Utf8(string text)
        {
            return Encoding.UTF8.GetBytes(text ?? "");
        }

        internal static UIntPtr SizeOf(byte[] text)
        {
            return (UIntPtr)(uint)text.Length;
        }

        private static Finding FindingAt(DiagnosticsHandle diagnostics, UIntPtr index)
        {
            Native.Error error = NewError(), found = NewError();
            Check(Native.parindex_diagnostics_get(diagnostics, index, ref found, ref error), ref error);
            Finding finding = FindingOf(ref found);
            finding.Message = Text((byte[] buffer, UIntPtr capacity, out UIntPtr size, ref Native.Error failed) =>
                Native.parindex_diagnostics_text(diagnostics, index, (int)TextKind.Message, buffer, capacity, out size, ref failed));
            return finding;
        }

        private static Finding FindingOf(ref Native.Error error)
        {
            fixed (Native.Error* at = &error)
            {
                return new Finding
                {
                    Code = at->Code, Name = TextAt((byte*)Native.parindex_status_name(at->Code)), Severity = (Severity)at->Severity,
                    Line = (int)at->Line, Column = (int)at->Column, Criterion = TextAt(at->Criterion), Where = TextAt(at->Where),
                    Message = TextAt(at->Message)
                };
            }
        }

        /// <summary>A text that ends with a NUL. Marshal.PtrToStringAnsi would read the code page of the machine.</summary>
        private static string TextAt(byte* text)
        {
            int length = 0;
            while (text[length] != 0) ++length;
            return Encoding.UTF8.GetString(text, length);
        }
    }

    /// <summary>PARINDEX_TEXT_ words.</summary>
    internal enum TextKind
    {
        Code = 0,
        Name = 1,
        Message = 9
    }
}
