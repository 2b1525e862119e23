using Microsoft.CodeAnalysis;

namespace LrGen.Analyzers.Reading;

/// <summary>
/// What an expression can be: things of a training, or a number. A number that is not known at compile time is the product of the variables
/// that it comes from, so that <c>T_max: epochs</c> is seen to be the bound of <c>epoch &lt; epochs</c>.
/// </summary>
internal sealed record Value
{
    private static readonly IReadOnlyList<object> s_none = [];
    private static readonly IReadOnlyList<ISymbol> s_noFactors = [];

    /// <summary>Anything.</summary>
    public static Value Unknown { get; } = new() { MayBeOther = true };

    /// <summary>Nothing: null.</summary>
    public static Value Null { get; } = new();

    /// <summary>A <see cref="Thing"/>, an <see cref="Instance"/>, a <see cref="Function"/>, <see cref="Groups"/>: one of these.</summary>
    public IReadOnlyList<object> Holds { get; init; } = s_none;

    /// <summary>Whether it can be something that is not known.</summary>
    public bool MayBeOther { get; init; }

    /// <summary>Whether it is an array or a list of what it holds.</summary>
    public bool IsList { get; init; }

    /// <summary>The elements of a tuple; null for anything else.</summary>
    public IReadOnlyList<Value>? Elements { get; init; }

    /// <summary>The known factor of a number; null where it is no number that is known so far.</summary>
    public double? Scale { get; init; }

    /// <summary>The variables that a number is the product of.</summary>
    public IReadOnlyList<ISymbol> Factors { get; init; } = s_noFactors;

    /// <summary>The numbers of an array; null where one is not known.</summary>
    public IReadOnlyList<double>? Numbers { get; init; }

    /// <summary>The number; null where it is not known at compile time.</summary>
    public double? Number => Factors.Count == 0 ? Scale : null;

    /// <summary>The variable that a number is; null for any other.</summary>
    public ISymbol? Symbol => Factors.Count == 1 && Scale is 1 ? Factors[0] : null;

    /// <summary>The one thing that it is; null where it can be another, or nothing that is known.</summary>
    public Thing? Thing => One<Thing>();

    public static Value Of(object held) => new() { Holds = [held] };

    public static Value Of(double number) => new() { Scale = number, MayBeOther = true };

    public static Value Of(ISymbol variable) => new() { Scale = 1, Factors = [variable], MayBeOther = true };

    /// <summary>The one of a kind that it is; null where it can be another.</summary>
    public T? One<T>() where T : class => !MayBeOther && !IsList && Holds.Count == 1 ? Holds[0] as T : null;

    /// <summary>All of a kind that it can be.</summary>
    public IEnumerable<T> All<T>() => Holds.OfType<T>();

    /// <summary>The value where two ways meet.</summary>
    public static Value Join(Value a, Value b)
    {
        if (ReferenceEquals(a, b))
            return a;
        bool isSame = SameNumber(a, b);
        return new Value
        {
            Holds = a.Holds.Count == 0 ? b.Holds : b.Holds.Count == 0 ? a.Holds : [.. a.Holds.Union(b.Holds)],
            MayBeOther = a.MayBeOther || b.MayBeOther,
            IsList = a.IsList || b.IsList,
            Elements = a.Elements is { } left && b.Elements is { } right && left.Count == right.Count
                ? [.. left.Zip(right, Join)] : null,
            Scale = isSame ? a.Scale : null,
            Factors = isSame ? a.Factors : s_noFactors,
            Numbers = a.Numbers is { } first && b.Numbers is { } second && first.SequenceEqual(second) ? first : null,
        };
    }

    /// <summary>Whether two numbers are the same one, whatever it is.</summary>
    public static bool SameNumber(Value? a, Value? b)
    {
        if (a?.Scale is not { } x || b?.Scale is not { } y || !x.Equals(y) || a.Factors.Count != b.Factors.Count)
            return false;
        var rest = b.Factors.ToList();
        return a.Factors.All(f => rest.FindIndex(r => SymbolEqualityComparer.Default.Equals(r, f)) is >= 0 and var i && RemoveAt(rest, i));
    }

    /// <summary>The product of two numbers.</summary>
    public static Value Product(Value a, Value b) => a.Scale is { } x && b.Scale is { } y
        ? new Value { Scale = x * y, Factors = [.. a.Factors, .. b.Factors], MayBeOther = true }
        : Unknown;

    private static bool RemoveAt(List<ISymbol> list, int index)
    {
        list.RemoveAt(index);
        return true;
    }
}
