using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace LrGen.CompilerServices;

/// <summary>Sums in double whose order is the same for every width of vectors: number i goes to sum i mod 16, and the 16 are added in pairs.</summary>
internal static class Reduction
{
    private const int Sums = 16;

    /// <summary>Returns the sum of (clip(x · scale))², the products rounded as the rules round them.</summary>
    public static double SumOfSquares<T>(ReadOnlySpan<T> values, in GradientScaling scaling)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T scale = T.CreateTruncating(scaling.Scale);
        T limit = T.CreateTruncating(scaling.Limit);
        Vector256<double> a = default, b = default, c = default, d = default;
        int i = 0;
        if (typeof(T) == typeof(float))
        {
            ref float first = ref Unsafe.As<T, float>(ref MemoryMarshal.GetReference(values));
            var scales = Vector256.Create((float)scaling.Scale);
            var limits = Vector256.Create((float)scaling.Limit);
            for (; i <= values.Length - Sums; i += Sums)
            {
                var (x, y) = Vector256.Widen(Clip(Vector256.LoadUnsafe(ref first, (nuint)i) * scales, limits));
                var (z, w) = Vector256.Widen(Clip(Vector256.LoadUnsafe(ref first, (nuint)(i + (Sums / 2))) * scales, limits));
                a += x * x;
                b += y * y;
                c += z * z;
                d += w * w;
            }
        }
        else if (typeof(T) == typeof(double))
        {
            ref double first = ref Unsafe.As<T, double>(ref MemoryMarshal.GetReference(values));
            var scales = Vector256.Create(scaling.Scale);
            var limits = Vector256.Create(scaling.Limit);
            for (; i <= values.Length - Sums; i += Sums)
            {
                var x = Clip(Vector256.LoadUnsafe(ref first, (nuint)i) * scales, limits);
                var y = Clip(Vector256.LoadUnsafe(ref first, (nuint)(i + 4)) * scales, limits);
                var z = Clip(Vector256.LoadUnsafe(ref first, (nuint)(i + 8)) * scales, limits);
                var w = Clip(Vector256.LoadUnsafe(ref first, (nuint)(i + 12)) * scales, limits);
                a += x * x;
                b += y * y;
                c += z * z;
                d += w * w;
            }
        }

        Span<double> sums = stackalloc double[Sums];
        a.CopyTo(sums);
        b.CopyTo(sums[4..]);
        c.CopyTo(sums[8..]);
        d.CopyTo(sums[12..]);
        for (; i < values.Length; i++)
        {
            double x = typeof(T) == typeof(Half)
                ? Lanes.Clip(float.CreateTruncating(values[i]) * (float)scaling.Scale, (float)scaling.Limit)
                : double.CreateTruncating(Lanes.Clip(values[i] * scale, limit));
            sums[i % Sums] += x * x;
        }

        for (int half = Sums / 2; half > 0; half /= 2)
        {
            for (int k = 0; k < half; k++)
                sums[k] += sums[k + half];
        }

        return sums[0];
    }

    /// <summary>Returns the place of the first number that is NaN or infinite; −1 where all are finite.</summary>
    public static int FirstNonFinite<T>(ReadOnlySpan<T> values)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int i = 0;
        if (Vector<T>.IsSupported)
        {
            ref T first = ref MemoryMarshal.GetReference(values);
            for (; i <= values.Length - Vector<T>.Count; i += Vector<T>.Count)
            {
                var x = Vector.LoadUnsafe(ref first, (nuint)i);
                // A finite number less itself is 0; NaN and infinities give NaN.
                if (!Vector.EqualsAll(x - x, Vector<T>.Zero))
                    break;
            }
        }

        for (; i < values.Length; i++)
        {
            if (!T.IsFinite(values[i]))
                return i;
        }

        return -1;
    }

    private static Vector256<T> Clip<T>(Vector256<T> x, Vector256<T> limit) => Vector256.ConditionalSelect(
        Vector256.GreaterThan(x, limit), limit, Vector256.ConditionalSelect(Vector256.LessThan(x, -limit), -limit, x));
}
