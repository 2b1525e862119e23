using System.Numerics;
using LrGen.Generator.Numerics;

namespace LrGen.Generator.Curves;

/// <summary>
/// The rate over the local time u of a segment. Shapes are few and know nothing of schedule families; each knows its exact value,
/// its arithmetic as generated code, and its formula in words.
/// </summary>
internal abstract record Shape
{
    /// <summary>The value at u = 0.</summary>
    public abstract Scalar Start { get; }

    /// <summary>The numbers of the shape; where all are constants, so is the shape.</summary>
    public abstract IEnumerable<Scalar> Scalars { get; }

    public virtual bool IsConstant => Scalars.All(s => s.Constant is not null);

    /// <summary>The shapes that the value is made of, over the same local time.</summary>
    public virtual IEnumerable<Shape> Parts => [];

    /// <summary>How many formulas it comes to by itself, those over another local time included.</summary>
    public virtual long OwnSize => 1;

    /// <summary>How many formulas one value takes, each as often as it is asked for.</summary>
    public virtual int Leaves => 1;

    /// <summary>
    /// Whether <see cref="Fold"/> holds for every local time; otherwise only for those that <see cref="Split"/> leaves to the shape.
    /// </summary>
    public virtual bool FoldsForAnyTime => true;

    /// <summary>The value at u, to a relative error of about 2^−bits.</summary>
    public abstract Rational Evaluate(Rational u, int bits);

    /// <summary>
    /// Writes the value as arithmetic over <paramref name="time"/>, for a shape of constants: exact products and sums where that
    /// is possible, coefficients rounded once.
    /// </summary>
    public abstract Arithmetic Fold(FormulaBuilder formula, IntegerTime time);

    /// <summary>Writes the value as arithmetic over the local time <paramref name="u"/>, for a shape with run-time numbers.</summary>
    public abstract Arithmetic Write(FormulaBuilder formula, Arithmetic u);

    /// <summary>The shape with every value multiplied.</summary>
    public abstract Shape Scale(Scalar factor);

    /// <summary>
    /// The stretches, in order, in which a shape of constants is best written: levels as constants, a floor where it is reached,
    /// nothing where the value has vanished.
    /// </summary>
    /// <param name="end">The local time at which the segment ends; null where it does not.</param>
    public virtual IEnumerable<ShapePart> Split(Rational? end) => [new ShapePart(end, this)];

    /// <summary>Whether the shape only rises or only falls; others are searched for their highest value.</summary>
    public virtual bool IsMonotone => true;

    /// <summary>
    /// Bounds of the values from one local time to another, for a shape of constants. The nearer the times, the nearer the bounds have to be
    /// to the values.
    /// </summary>
    public virtual Bounds Range(Rational from, Rational to, int bits) => Bounds.Between(Evaluate(from, bits), Evaluate(to, bits));

    /// <summary>The length of a cycle, for a shape that has its highest value in one of the first cycles; null where there are none.</summary>
    public virtual Scalar? CycleLength => null;

    /// <summary>The local time of the first top, for a shape with cycles of one length that have their tops at the same place; null for others.</summary>
    public virtual Scalar? FirstTop => null;

    /// <summary>Whether all those tops are equally high.</summary>
    public virtual bool HasEqualTops => false;

    /// <summary>What the value tends to where the shape never ends; null where that is open, infinite, or the value itself.</summary>
    public virtual Scalar? Limit => null;

    /// <summary>How much of a shape that never ends is worth drawing; null where nothing changes.</summary>
    public virtual Rational? DrawnSpan => null;

    /// <summary>Local times at which a shape of constants, or what is made of it, is likely to be highest: where a search begins.</summary>
    public virtual IEnumerable<Rational> TopTimes => [];

    /// <summary>The formula, for a person.</summary>
    /// <param name="u">The local time as text: <c>step</c>, <c>(step − 2,000)</c>.</param>
    public abstract string Describe(string u);

    /// <summary>The value at a local time that may be known at run time only.</summary>
    public Scalar At(Scalar u) => u.IsZero ? Start : IsConstant && u.Constant is { } time ? Evaluate(time, Real.Precise) : new ValueScalar(this, u);
}

/// <summary>One stretch of a shape.</summary>
/// <param name="End">The local time at which it ends; null where it does not.</param>
/// <param name="Shape">The shape until then, over the same local time.</param>
internal sealed record ShapePart(Rational? End, Shape Shape);

/// <summary>
/// Local time as the integer k = step − ⌊origin⌋ held in a double, exact below 2^53: u = k + <paramref name="Offset"/>.
/// </summary>
/// <param name="K">The integer, as arithmetic.</param>
/// <param name="Offset">What fractional lengths before the segment leave over: from −1 (exclusive) to 0.</param>
/// <param name="Limit">The value that k stays below; null where there is none.</param>
internal sealed record IntegerTime(Arithmetic K, Rational Offset, BigInteger? Limit);
