using System;
using System.Globalization;
using System.Numerics;

namespace Parindex
{
    /// <summary>Exact points: a decimal, or where none ends, a fraction such as 11/14.</summary>
    public struct Points : IComparable<Points>, IEquatable<Points>
    {
        private readonly string written;

        internal Points(string written)
        {
            this.written = written;
        }

        /// <summary>Whether a decimal is equal to it.</summary>
        public bool IsDecimal => Text.IndexOf('/') < 0;

        /// <exception cref="InvalidOperationException">No decimal is equal to it: use Round().</exception>
        public decimal ToDecimal()
        {
            if (!IsDecimal) throw new InvalidOperationException("the points " + Text + " are no decimal");
            return decimal.Parse(Text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        }

        /// <summary>To the nearest with a number of places; a tie goes away from zero.</summary>
        public decimal Round(int places)
        {
            byte[] bytes = Calls.Utf8(Text);
            Native.Error error = Calls.NewError();
            int status = Native.parindex_decimal_round(bytes, Calls.SizeOf(bytes), places, 0, out Native.Decimal rounded, out _,
                ref error);
            Calls.Check(status, ref error);
            return ToDecimal(rounded.Coefficient, rounded.Scale);
        }

        public int CompareTo(Points other)
        {
            Split(out BigInteger numerator, out BigInteger denominator);
            other.Split(out BigInteger otherNumerator, out BigInteger otherDenominator);
            return (numerator * otherDenominator).CompareTo(otherNumerator * denominator);
        }

        public bool Equals(Points other) => CompareTo(other) == 0;

        public override bool Equals(object other) => other is Points points && Equals(points);

        public override int GetHashCode() => Text.GetHashCode();

        public override string ToString() => Text;

        private string Text => written ?? "0";  // of default(Points)

        internal static decimal ToDecimal(long coefficient, int scale)
        {
            ulong size = coefficient < 0 ? (ulong)(-(coefficient + 1)) + 1 : (ulong)coefficient;
            return new decimal((int)(uint)size, (int)(uint)(size >> 32), 0, coefficient < 0, (byte)scale);
        }

        private void Split(out BigInteger numerator, out BigInteger denominator)
        {
            int slash = Text.IndexOf('/'), point = Text.IndexOf('.');
            string top = slash < 0 ? Text.Replace(".", "") : Text.Substring(0, slash);
            numerator = BigInteger.Parse(top, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
            denominator = slash >= 0 ? BigInteger.Parse(Text.Substring(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture)
                : point >= 0 ? BigInteger.Pow(10, Text.Length - point - 1) : BigInteger.One;
        }
    }
}
