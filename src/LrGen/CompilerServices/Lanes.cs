using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace LrGen.CompilerServices;

/// <summary>
/// The same functions of numbers and of vectors of them, with the same bits. For generated code.
/// </summary>
/// <remarks>Minimum and maximum are comparisons: the framework's own differ for NaN between numbers, vectors and versions.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Lanes
{
    /// <summary>Returns the square root.</summary>
    /// <param name="x">The number.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Sqrt<T>(T x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => T.Sqrt(x);

    /// <inheritdoc cref="Sqrt{T}(T)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<T> Sqrt<T>(Vector<T> x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Vector.SquareRoot(x);

    /// <inheritdoc cref="Sqrt{T}(T)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Sqrt<T>(Vector512<T> x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Vector512.Sqrt(x);

    /// <summary>Returns the magnitude.</summary>
    /// <param name="x">The number.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Abs<T>(T x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => T.Abs(x);

    /// <inheritdoc cref="Abs{T}(T)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<T> Abs<T>(Vector<T> x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Vector.Abs(x);

    /// <inheritdoc cref="Abs{T}(T)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Abs<T>(Vector512<T> x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Vector512.Abs(x);

    /// <summary>Returns the larger of two numbers; the second where they cannot be compared.</summary>
    /// <param name="x">The first.</param>
    /// <param name="y">The second.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Max<T>(T x, T y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => x > y ? x : y;

    /// <inheritdoc cref="Max{T}(T, T)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<T> Max<T>(Vector<T> x, Vector<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Vector.ConditionalSelect(Vector.GreaterThan(x, y), x, y);

    /// <inheritdoc cref="Max{T}(T, T)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Max<T>(Vector512<T> x, Vector512<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Vector512.ConditionalSelect(Vector512.GreaterThan(x, y), x, y);

    /// <summary>Returns 1, −1 or 0, for NaN 0.</summary>
    /// <param name="x">The number.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Sign<T>(T x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => x > T.Zero ? T.One : x < T.Zero ? -T.One : T.Zero;

    /// <inheritdoc cref="Sign{T}(T)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<T> Sign<T>(Vector<T> x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Vector.ConditionalSelect(
            Vector.GreaterThan(x, Vector<T>.Zero),
            Vector<T>.One,
            Vector.ConditionalSelect(Vector.LessThan(x, Vector<T>.Zero), -Vector<T>.One, Vector<T>.Zero));

    /// <inheritdoc cref="Sign{T}(T)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Sign<T>(Vector512<T> x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Vector512.ConditionalSelect(
            Vector512.GreaterThan(x, Vector512<T>.Zero),
            Vector512<T>.One,
            Vector512.ConditionalSelect(Vector512.LessThan(x, Vector512<T>.Zero), -Vector512<T>.One, Vector512<T>.Zero));

    /// <summary>Returns the number, or the limit with its sign where it is beyond; NaN stays NaN.</summary>
    /// <param name="x">The number.</param>
    /// <param name="limit">The limit, above 0.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Clip<T>(T x, T limit)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => x > limit ? limit : x < -limit ? -limit : x;

    /// <inheritdoc cref="Clip{T}(T, T)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<T> Clip<T>(Vector<T> x, Vector<T> limit)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Vector.ConditionalSelect(
            Vector.GreaterThan(x, limit), limit, Vector.ConditionalSelect(Vector.LessThan(x, -limit), -limit, x));

    /// <inheritdoc cref="Clip{T}(T, T)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Clip<T>(Vector512<T> x, Vector512<T> limit)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Vector512.ConditionalSelect(
            Vector512.GreaterThan(x, limit), limit, Vector512.ConditionalSelect(Vector512.LessThan(x, -limit), -limit, x));
}
