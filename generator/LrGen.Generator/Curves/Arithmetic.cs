using LrGen.Generator.Numerics;

namespace LrGen.Generator.Curves;

/// <summary>
/// A small tree of double arithmetic that is written both as scalar code and as code over <c>Vector&lt;double&gt;</c>, so that
/// both do the same operations in the same order and give the same bits.
/// </summary>
internal abstract record Arithmetic
{
    /// <summary>What it is computed from; nothing for numbers and names.</summary>
    public virtual IEnumerable<Arithmetic> Operands => [];

    /// <summary>The names in it.</summary>
    public IEnumerable<Named> Names => this is Named named ? [named] : Operands.SelectMany(o => o.Names);

    public static implicit operator Arithmetic(double value) => new Number(value);

    public static Arithmetic operator +(Arithmetic a, Arithmetic b) =>
        a is Number { Value: 0 } ? b : b is Number { Value: 0 } ? a : new Operation('+', a, b);

    public static Arithmetic operator -(Arithmetic a, Arithmetic b) => (a, b) switch
    {
        (_, Number { Value: 0 }) => a,
        (Number { Value: 0 }, Number number) => -number.Value,
        _ => new Operation('-', a, b),
    };

    public static Arithmetic operator *(Arithmetic a, Arithmetic b) =>
        a is Number { Value: 1 } ? b : b is Number { Value: 1 } ? a : a is Number { Value: 0 } ? a : b is Number { Value: 0 } ? b : new Operation('*', a, b);

    public static Arithmetic operator /(Arithmetic a, Arithmetic b) => b is Number { Value: 1 } ? a : new Operation('/', a, b);
}

/// <summary>A constant.</summary>
internal sealed record Number(double Value) : Arithmetic;

/// <summary>A local variable or an expression of the user's that is the same for every step.</summary>
/// <param name="Code">C# of type double.</param>
/// <param name="IsInvariant">Whether it is the same for every step, so that vector code spreads it over the lanes.</param>
internal sealed record Named(string Code, bool IsInvariant) : Arithmetic;

/// <summary>Addition, subtraction, multiplication or division.</summary>
internal sealed record Operation(char Operator, Arithmetic Left, Arithmetic Right) : Arithmetic
{
    public override IEnumerable<Arithmetic> Operands => [Left, Right];
}

/// <summary>
/// a · b + c: rounded once where the framework can fuse the two (.NET 9 and later, for scalars and vectors alike), twice elsewhere.
/// </summary>
internal sealed record MultiplyAdd(Arithmetic A, Arithmetic B, Arithmetic C) : Arithmetic
{
    public override IEnumerable<Arithmetic> Operands => [A, B, C];

    public static Arithmetic Of(Arithmetic a, Arithmetic b, Arithmetic c) => c is Number { Value: 0 } ? a * b : new MultiplyAdd(a, b, c);
}

/// <summary>A function of the BCL's <c>Math</c>, or one of the library's that numbers and vectors have alike.</summary>
internal sealed record Call(MathFunction Function, Arithmetic First, Arithmetic? Second = null) : Arithmetic
{
    public override IEnumerable<Arithmetic> Operands => Second is null ? [First] : [First, Second];
}

/// <summary>A call of a method of the user's.</summary>
/// <param name="Method">The method, qualified.</param>
/// <param name="Cast">The type that the argument is cast to; empty for double.</param>
/// <param name="Argument">The argument.</param>
internal sealed record MethodCall(string Method, string Cast, Arithmetic Argument) : Arithmetic
{
    public override IEnumerable<Arithmetic> Operands => [Argument];
}

/// <summary><c>left &gt; right ? then : otherwise</c>.</summary>
internal sealed record Choice(Arithmetic Left, Arithmetic Right, Arithmetic Then, Arithmetic Otherwise) : Arithmetic
{
    public override IEnumerable<Arithmetic> Operands => [Left, Right, Then, Otherwise];
}

/// <summary>value · 2^n, where n is what <paramref name="Rounded"/> holds in its low bits: a number to which 1.5 · 2^52 was added.</summary>
internal sealed record ScaledByPowerOfTwo(Arithmetic Value, Arithmetic Rounded) : Arithmetic
{
    public override IEnumerable<Arithmetic> Operands => [Value, Rounded];
}

/// <summary>An entry of a table of doubles.</summary>
/// <param name="Table">The name of the table in its formula.</param>
/// <param name="Index">The number of the entry: a whole number, and in the table.</param>
internal sealed record Lookup(string Table, Arithmetic Index) : Arithmetic
{
    public override IEnumerable<Arithmetic> Operands => [Index];
}

/// <summary>
/// The functions that generated code calls; those that <c>Vector</c> has, too, can be vectorised. The last three are for the parameters of optimizers.
/// </summary>
internal enum MathFunction
{
    Min,
    Max,
    Sqrt,
    Floor,
    Exp,
    Log,
    Pow,
    Abs,
    Sign,
    Clip,
}

/// <summary>A value with the named intermediate values it is made of.</summary>
/// <param name="Steps">The local variables, in order.</param>
/// <param name="Result">The value.</param>
/// <param name="Note">A comment for the reader of the generated code.</param>
internal sealed record Formula(IReadOnlyList<FormulaStep> Steps, Arithmetic Result, string? Note)
{
    /// <summary>The tables that it looks up.</summary>
    public IReadOnlyList<FormulaTable> Tables { get; init; } = [];
}

/// <summary>A table of doubles that a formula looks up.</summary>
internal sealed record FormulaTable(string Name, IReadOnlyList<double> Values);

/// <summary>One local variable of a formula.</summary>
internal sealed record FormulaStep(string Name, Arithmetic Value, string? Comment);

/// <summary>Collects the local variables of a formula under names that nothing else in the method has.</summary>
internal sealed class FormulaBuilder(NameScope names)
{
    private readonly List<FormulaStep> _steps = [];
    private readonly List<FormulaTable> _tables = [];
    private readonly HashSet<Shape> _known = new(CurveSize.Identity);
    private readonly Dictionary<Shape, List<(object Time, Arithmetic Value)>> _shared = new(CurveSize.Identity);
    private string? _note;

    /// <summary>Gives a value a name; numbers and names stay as they are.</summary>
    public Arithmetic Let(string name, Arithmetic value, string? comment = null)
    {
        if (value is Number or Named)
            return value;
        string unique = names.Unique(name);
        _steps.Add(new FormulaStep(unique, value, comment));
        return new Named(unique, IsInvariant: false);
    }

    /// <summary>Takes note of the parts that occur in a shape more than once.</summary>
    public void Share(Shape shape)
    {
        if (_known.Contains(shape))
            return;
        foreach (var part in CurveSize.Parts(shape))
        {
            foreach (var inner in part.Parts)
            {
                if (!_known.Add(inner) && !_shared.ContainsKey(inner))
                    _shared.Add(inner, []);
            }
        }

        _known.Add(shape);
    }

    /// <summary>The value of a part of a shape: under a name, if it is given one; once, if it occurs more than once.</summary>
    public Arithmetic Part(Shape part, object time, string? name, Func<Arithmetic> write)
    {
        if (!_shared.TryGetValue(part, out var written))
            return name is null ? write() : Let(name, write());
        foreach (var (known, value) in written)
        {
            if (known.Equals(time))
                return value;
        }

        var once = Let(name ?? "part", write());
        written.Add((time, once));
        return once;
    }

    /// <summary>The name of a table; the same values are one table.</summary>
    public string Table(string name, IReadOnlyList<double> values)
    {
        if (_tables.Find(t => t.Values.SequenceEqual(values)) is { } same)
            return same.Name;
        string unique = names.Unique(name);
        _tables.Add(new FormulaTable(unique, values));
        return unique;
    }

    /// <summary>The value of a scalar as arithmetic.</summary>
    public Arithmetic Scalar(Scalar scalar) => scalar switch
    {
        ConstantScalar constant => constant.Value.ToDouble(),
        ArgumentScalar argument => new Named(argument.Code, IsInvariant: true),
        BinaryScalar { Operation: 'm' } smaller => new Call(MathFunction.Min, Scalar(smaller.Left), Scalar(smaller.Right)),
        BinaryScalar { Operation: 'M' } larger => new Call(MathFunction.Max, Scalar(larger.Left), Scalar(larger.Right)),
        BinaryScalar binary => new Operation(binary.Operation, Scalar(binary.Left), Scalar(binary.Right)),
        FloorScalar floor => new Call(MathFunction.Floor, Scalar(floor.Of)),
        ChoiceScalar choice => new Choice(Scalar(choice.Left), Scalar(choice.Right), Scalar(choice.Then), Scalar(choice.Otherwise)),
        SqrtScalar root => new Call(MathFunction.Sqrt, Scalar(root.Of)),
        ValueScalar value => value.Shape.Write(this, Let("at", Scalar(value.LocalTime))),
        _ => throw new InvalidOperationException("Unknown scalar."),
    };

    /// <summary>
    /// c₀ + c₁x + c₂x² + …, in pairs that the processor works out side by side.
    /// </summary>
    public Arithmetic Polynomial(string name, IReadOnlyList<double> coefficients, int first, Arithmetic x, Arithmetic square)
    {
        int last = coefficients.Count - 1;
        int start = first + (last - first) / 2 * 2;
        var sum = Pair(start);
        for (start -= 2; start >= first; start -= 2)
            sum = Let(name, MultiplyAdd.Of(square, sum, Pair(start)));
        return sum;

        Arithmetic Pair(int n) => n + 1 <= last ? MultiplyAdd.Of(x, coefficients[n + 1], coefficients[n]) : coefficients[n];
    }

    /// <summary>
    /// A place in a cycle, from 0 to its length: from 2^53 on the start of the cycle is rounded, and must not take the step out of it.
    /// </summary>
    public static Arithmetic Within(Arithmetic local, Arithmetic length) => new Call(MathFunction.Max, new Call(MathFunction.Min, local, length), 0.0);

    /// <summary>Leaves a comment for the reader of the generated code.</summary>
    public void Note(string note) => _note ??= note;

    public Formula Build(Arithmetic result) => new(_steps, result, _note) { Tables = _tables };
}

/// <summary>The names that are taken in a method body.</summary>
internal sealed class NameScope(IEnumerable<string> taken)
{
    private readonly HashSet<string> _taken = new(taken);
    private readonly HashSet<string> _takenInside = [];
    private NameScope? _outer;

    /// <summary>
    /// The names inside a block. Blocks side by side may use the same ones; what follows them in this scope may not.
    /// </summary>
    public NameScope Inside() => new(_taken) { _outer = this };

    /// <summary>The wanted name, or the first of wanted2, wanted3, … that is free.</summary>
    public string Unique(string wanted)
    {
        string name = wanted;
        for (int i = 2; _takenInside.Contains(name) || !_taken.Add(name); i++)
            name = wanted + NumberText.Integer(i);
        for (var outer = _outer; outer is not null; outer = outer._outer)
            outer._takenInside.Add(name);
        return name;
    }
}
