using LrGen.Generator.Numerics;

namespace LrGen.Generator.Curves;

/// <summary>A number of a schedule: known now, or a C# expression that gives it at run time.</summary>
internal abstract record Scalar
{
    public static Scalar Zero { get; } = new ConstantScalar(Rational.Zero);

    public static Scalar One { get; } = new ConstantScalar(Rational.One);

    /// <summary>The exact value, where it is known at compile time.</summary>
    public Rational? Constant => (this as ConstantScalar)?.Value;

    public bool IsZero => Constant is { IsZero: true };

    /// <summary>Whether a shape is evaluated on the way, which takes statements and not an expression alone.</summary>
    public bool NeedsStatements => this switch
    {
        ValueScalar => true,
        BinaryScalar binary => binary.Left.NeedsStatements || binary.Right.NeedsStatements,
        ChoiceScalar choice => new[] { choice.Left, choice.Right, choice.Then, choice.Otherwise }.Any(s => s.NeedsStatements),
        FloorScalar floor => floor.Of.NeedsStatements,
        SqrtScalar root => root.Of.NeedsStatements,
        _ => false,
    };

    public static implicit operator Scalar(Rational value) => new ConstantScalar(value);

    public static Scalar operator +(Scalar a, Scalar b) =>
        a.IsZero ? b : b.IsZero ? a : Fold('+', a, b) ?? new BinaryScalar('+', a, b);

    public static Scalar operator -(Scalar a, Scalar b) => b.IsZero ? a : Fold('-', a, b) ?? new BinaryScalar('-', a, b);

    public static Scalar operator *(Scalar a, Scalar b) =>
        a.Constant == Rational.One ? b : b.Constant == Rational.One ? a : a.IsZero ? a : b.IsZero ? b : Fold('*', a, b) ?? new BinaryScalar('*', a, b);

    public static Scalar operator /(Scalar a, Scalar b) => b.Constant == Rational.One ? a : Fold('/', a, b) ?? new BinaryScalar('/', a, b);

    public static Scalar Min(Scalar a, Scalar b) => a.Constant is { } x && b.Constant is { } y ? Rational.Min(x, y) : a == b ? a : new BinaryScalar('m', a, b);

    public static Scalar Max(Scalar a, Scalar b) => a.Constant is { } x && b.Constant is { } y ? Rational.Max(x, y) : a == b ? a : new BinaryScalar('M', a, b);

    public static Scalar Floor(Scalar a) => a.Constant is { } x ? (Rational)x.Floor() : new FloorScalar(a);

    public static Scalar Ceiling(Scalar a) => a.Constant is { } x ? (Rational)x.Ceiling() : new BinaryScalar('-', Zero, Floor(new BinaryScalar('-', Zero, a)));

    public static Scalar Sqrt(Scalar a) => a.Constant is { } x ? Real.Sqrt(x, Real.Precise) : new SqrtScalar(a);

    /// <summary><c>left &gt; right ? then : otherwise</c>.</summary>
    public static Scalar Choose(Scalar left, Scalar right, Scalar then, Scalar otherwise) =>
        then == otherwise ? then : left.Constant is { } x && right.Constant is { } y ? x > y ? then : otherwise : new ChoiceScalar(left, right, then, otherwise);

    private static Scalar? Fold(char operation, Scalar a, Scalar b) => (a.Constant, b.Constant, operation) switch
    {
        ({ } x, { } y, '+') => x + y,
        ({ } x, { } y, '-') => x - y,
        ({ } x, { } y, '*') => x * y,
        ({ } x, { } y, '/') when !y.IsZero => x / y,
        _ => null,
    };
}

/// <summary>A number known at compile time.</summary>
internal sealed record ConstantScalar(Rational Value) : Scalar;

/// <summary>A number given at run time.</summary>
/// <param name="Name">The parameter, property or field as the user wrote it, for messages and formulas.</param>
/// <param name="Code">A C# expression of type double.</param>
/// <param name="IsInteger">Whether the user's type is an integer, which is always finite.</param>
internal sealed record ArgumentScalar(string Name, string Code, bool IsInteger) : Scalar;

/// <summary>Two numbers combined by +, −, ·, ÷, m (the smaller) or M (the larger).</summary>
internal sealed record BinaryScalar(char Operation, Scalar Left, Scalar Right) : Scalar;

/// <summary>The largest whole number that is not above another.</summary>
internal sealed record FloorScalar(Scalar Of) : Scalar;

/// <summary>One of two numbers, by whether the left one of two others is above the right one.</summary>
internal sealed record ChoiceScalar(Scalar Left, Scalar Right, Scalar Then, Scalar Otherwise) : Scalar;

/// <summary>A square root.</summary>
internal sealed record SqrtScalar(Scalar Of) : Scalar;

/// <summary>The value of a shape at a local time, where one of the two is known at run time only.</summary>
internal sealed record ValueScalar(Shape Shape, Scalar LocalTime) : Scalar;
