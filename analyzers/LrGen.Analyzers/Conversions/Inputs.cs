using LrGen.Analyzers.Conversions.Algebra;
using LrGen.Generator.Numerics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LrGen.Analyzers.Conversions;

/// <summary>A number that code takes from outside: a parameter, a field, a setting.</summary>
/// <param name="Code">How the code names it.</param>
/// <param name="Name">Its own name.</param>
/// <param name="Symbol">What it is in a normal form.</param>
/// <param name="IsInteger">Whether its type is an integer.</param>
internal sealed record Input(string Code, string Name, Expression Symbol, bool IsInteger);

/// <summary>A value of an attribute that only run time knows.</summary>
/// <param name="Code">The C# that gives it.</param>
/// <param name="Value">The same in normal form.</param>
internal sealed record LateValue(string Code, Expression Value);

/// <summary>
/// The numbers that code takes from outside. To guess a declaration they are given values of their own, none of which is like another or like
/// what can be made of others; what is guessed is proved for all values.
/// </summary>
internal sealed class Inputs
{
    /// <summary>More numbers than this are no schedule.</summary>
    private const int Most = 7;

    private static readonly int[] s_wholes = [1021, 3001, 7919, 20011, 50021, 100019, 200003];
    private static readonly Rational[] s_fractions =
        [new(11, 16384), new(37, 4096), new(101, 1024), new(211, 1024), new(331, 1024), new(443, 1024), new(557, 1024)];

    /// <summary>Words of names from the smallest value to the largest.</summary>
    private static readonly string[] s_wholeOrder = ["warm", "ramp", "every", "interval", "size", "drop", "period", "cycle", "total", "max", "epochs",
        "steps", "length", "horizon"];

    private static readonly string[] s_fractionOrder = ["min", "end", "final", "floor", "low", "target", "start", "max", "peak", "base", "init",
        "rate", "lr", "decay", "drop", "gamma", "factor"];

    private static readonly string[] s_lengths = ["step", "epoch", "warmup", "total", "every", "interval", "period", "iter"];

    private readonly Dictionary<string, Input> _all = new(StringComparer.Ordinal);

    /// <summary>How many ways there are to give them values.</summary>
    public const int Instances = 4;

    public IReadOnlyCollection<Input> All => _all.Values;

    public bool AreTooMany => _all.Count > Most;

    /// <summary>What a reference is in a normal form; unknown where it is not to be read from outside.</summary>
    public Known Late(IOperation reference) => Of(reference) is { } input ? new Known(input.Symbol, 0) : Known.Nothing;

    /// <summary>What a reference is with values for all numbers.</summary>
    public Func<IOperation, Known> Instance(int instance)
    {
        var values = ValuesOf(instance);
        return reference => Of(reference) is { } input && values.TryGetValue(input.Code, out var value) ? new Known(value, 0) : Known.Nothing;
    }

    /// <summary>The values of one instance that arguments can have, and what they stand for.</summary>
    public Dictionary<Rational, LateValue> Matches(int instance)
    {
        var values = ValuesOf(instance);
        var matches = new Dictionary<Rational, LateValue>();
        foreach (var x in _all.Values)
            Add(values[x.Code], x.Code, x.Symbol);
        foreach (var x in _all.Values)
        {
            var value = values[x.Code];
            Add(value - 1, x.Code + " - 1", x.Symbol - Expression.One);
            Add(value + 1, x.Code + " + 1", x.Symbol + Expression.One);
            Add(value * 2, "2 * " + x.Code, x.Symbol * (Expression)(Rational)2);
            Add(value * Rational.Half, "0.5 * " + x.Code, x.Symbol * (Expression)Rational.Half);
            if (!x.IsInteger)
                Add(Rational.One - value, "1 - " + x.Code, Expression.One - x.Symbol);
            Add(Rational.One / value, "1.0 / " + x.Code, Expression.One / x.Symbol);
        }

        foreach (var x in _all.Values)
        {
            foreach (var y in _all.Values.Where(y => y != x))
            {
                Rational first = values[x.Code], second = values[y.Code];
                Add(first - second, x.Code + " - " + y.Code, x.Symbol - y.Symbol);
                Add(first - second - 1, x.Code + " - " + y.Code + " - 1", x.Symbol - y.Symbol - Expression.One);
                Add(first + second, x.Code + " + " + y.Code, x.Symbol + y.Symbol);
                Add(first * second, (x.IsInteger && y.IsInteger ? "(double)" : "") + x.Code + " * " + y.Code, x.Symbol * y.Symbol);
                Add(first / second, (x.IsInteger && y.IsInteger ? "(double)" : "") + x.Code + " / " + y.Code, x.Symbol / y.Symbol);
            }
        }

        return matches;

        void Add(Rational value, string code, Expression expression)
        {
            if (!matches.ContainsKey(value))
                matches.Add(value, new LateValue(code, expression));
        }
    }

    private Dictionary<string, Rational> ValuesOf(int instance)
    {
        var values = new Dictionary<string, Rational>(StringComparer.Ordinal);
        // A length can be given as a double.
        var wholes = Sorted(s_wholeOrder, (instance & 1) != 0, i => i.IsInteger || IsLength(i));
        var fractions = Sorted(s_fractionOrder, (instance & 2) != 0, i => !i.IsInteger && !IsLength(i));
        for (int i = 0; i < wholes.Count; i++)
            values[wholes[i].Code] = s_wholes[i % s_wholes.Length];
        for (int i = 0; i < fractions.Count; i++)
            values[fractions[i].Code] = s_fractions[i % s_fractions.Length];
        return values;
    }

    private List<Input> Sorted(string[] order, bool isReversed, Func<Input, bool> isOne)
    {
        var sorted = _all.Values.Where(isOne).OrderBy(i => Array.FindIndex(order, w => Has(i, w)) is >= 0 and var rank ? rank
            : order.Length / 2).ToList();
        if (isReversed)
            sorted.Reverse();
        return sorted;
    }

    private static bool IsLength(Input input) => s_lengths.Any(w => Has(input, w)) && !Has(input, "rate") && !Has(input, "lr") && !Has(input, "factor");

    private static bool Has(Input input, string word) => input.Name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0;

    private Input? Of(IOperation reference)
    {
        if (!Numbers.IsNumber(reference.Type) || CodeOf(reference) is not { } code)
            return null;
        if (!_all.TryGetValue(code, out var input))
        {
            bool isInteger = Numbers.IsInteger(reference.Type);
            _all.Add(code, input = new Input(code, code.Substring(code.LastIndexOf('.') + 1), Expression.Symbol(code, isInteger), isInteger));
        }

        return input;
    }

    /// <summary>A variable, or a member of one; null for all that could compute something.</summary>
    private static string? CodeOf(IOperation reference)
    {
        switch (reference)
        {
            case IParameterReferenceOperation { Parameter.RefKind: RefKind.None or RefKind.In } parameter:
                return Name(parameter.Parameter);
            case ILocalReferenceOperation { Local.RefKind: RefKind.None } local:
                return Name(local.Local);
            case IFieldReferenceOperation { Field: var field } access:
                return Member(field, access.Instance);
            case IPropertyReferenceOperation { Property: { IsIndexer: false, GetMethod: not null } property, Arguments.IsEmpty: true } access:
                return Member(property, access.Instance);
            default:
                return null;
        }

        static string? Member(ISymbol member, IOperation? instance) => instance switch
        {
            null => member.ContainingType is { IsGenericType: false } type ? type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat) + "."
                + Name(member) : Name(member),
            IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } => Name(member),
            _ => CodeOf(instance) is { } code ? code + "." + Name(member) : null,
        };

        static string Name(ISymbol symbol) =>
            Microsoft.CodeAnalysis.CSharp.SyntaxFacts.GetKeywordKind(symbol.Name) == Microsoft.CodeAnalysis.CSharp.SyntaxKind.None
            ? symbol.Name
            : "@" + symbol.Name;
    }
}
