using LrGen.Generator.Numerics;

namespace LrGen.Analyzers.Conversions;

/// <summary>Puts an attribute together from exact values; an attribute with a value that no double is, does not come about.</summary>
internal sealed class SpellingBuilder(string name)
{
    private readonly List<SpelledArgument> _arguments = [];
    private bool _isImpossible;

    /// <summary>A value whose exact double counts: a rate, a factor.</summary>
    public SpellingBuilder Number(string argument, Rational? value, Written written = Written.ByPosition) =>
        Add(argument, value, written, Rational.FromDouble);

    /// <summary>A length, which is the simplest fraction that its double can stand for.</summary>
    public SpellingBuilder Length(string argument, Rational? value, Written written = Written.ByParameter) =>
        Add(argument, value, written, Rational.SimplestFor);

    /// <summary>A length that can be left out.</summary>
    public SpellingBuilder OptionalLength(string argument, Rational? value) =>
        value is null ? this : Length(argument, value, Written.ByProperty);

    /// <summary>A number that can be left out where it is the default.</summary>
    public SpellingBuilder Unless(Rational normal, string argument, Rational? value, Written written = Written.ByProperty) =>
        value == normal ? this : Number(argument, value, written);

    /// <summary>A size that is under a root, so that its exact value has to be kept.</summary>
    public SpellingBuilder Root(string argument, Rational? value, Written written = Written.ByPosition)
    {
        Length(argument, value, written);
        if (!_isImpossible)
            _arguments[_arguments.Count - 1] = _arguments[_arguments.Count - 1] with { Exact = (Algebra.Expression)value!.Value };
        return this;
    }

    public SpellingBuilder Flag(string argument)
    {
        _arguments.Add(new SpelledArgument(argument, Written.ByProperty, 1, "true"));
        return this;
    }

    /// <summary>An option by its number and its name.</summary>
    public SpellingBuilder Option(string argument, int value, string code)
    {
        if (value != 0)
            _arguments.Add(new SpelledArgument(argument, Written.ByProperty, value, code));
        return this;
    }

    public SpellingBuilder Numbers(string argument, IEnumerable<Rational> values) => Add(argument, values, isParams: false, Rational.FromDouble);

    public SpellingBuilder Lengths(string argument, IEnumerable<Rational> values, bool isParams) =>
        Add(argument, values, isParams, Rational.SimplestFor);

    /// <summary>The attribute; null where one of its values cannot be written.</summary>
    public Spelling? Build() => _isImpossible ? null : new Spelling(name, [.. _arguments.OrderBy(a => a.Written == Written.ByProperty)]);

    private SpellingBuilder Add(string argument, Rational? value, Written written, Func<double, Rational> read)
    {
        if (value is { } known && Read(known, read) is { } number)
            _arguments.Add(new SpelledArgument(argument, written, number));
        else if (value is { Sign: >= 0 } fraction && Read(fraction, Rational.SimplestFor) is { } written10)
            _arguments.Add(new SpelledArgument(argument, written, written10) { Exact = (Algebra.Expression)fraction });
        else
            _isImpossible = true;
        return this;
    }

    private SpellingBuilder Add(string argument, IEnumerable<Rational> values, bool isParams, Func<double, Rational> read)
    {
        var numbers = values.Select(v => Read(v, read)).ToList();
        if (numbers.Contains(null))
            _isImpossible = true;
        else
            _arguments.Add(new SpelledArgument(argument, Written.ByPosition, double.NaN) { Values = [.. numbers.Select(n => n!.Value)],
                IsParams = isParams });
        return this;
    }

    private static double? Read(Rational value, Func<double, Rational> read)
    {
        double number = value.ToDouble();
        return double.IsInfinity(number) || read(number) != value ? null : number;
    }
}
