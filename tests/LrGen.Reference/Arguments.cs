namespace LrGen.Reference;

/// <summary>The arguments of one attribute: what the attribute says, or else the run-time values.</summary>
/// <remarks>
/// A run-time value is named like the argument (<c>steps</c>) or like attribute and argument (<c>cosineDecaySteps</c>), and the long
/// name goes first.
/// </remarks>
internal sealed class Arguments(Attribute owner, IReadOnlyList<Attribute> all, IReadOnlyDictionary<string, double> runTimeValues)
{
    private const string Suffix = "Attribute";

    /// <summary>Returns an argument that the attribute has to give, NaN where it is left out.</summary>
    public double Required(string name, double given)
    {
        if (!double.IsNaN(given))
            return given;
        return runTimeValues.TryGetValue(QualifiedName(name), out double value) || runTimeValues.TryGetValue(name, out value)
            ? value
            : throw new ArgumentException($"{owner.GetType().Name} leaves out '{name}', and no run-time value gives it.");
    }

    /// <summary>Returns an argument with a default, which a run-time value of its name overrides.</summary>
    public double Optional(string name, double given)
    {
        if (runTimeValues.TryGetValue(QualifiedName(name), out double value))
            return value;

        // The short name means nothing certain where several attributes have such an argument.
        bool shared = all.Count(a => a.GetType().GetProperty(Capitalized(name)) is not null) > 1;
        return !shared && runTimeValues.TryGetValue(name, out value) ? value : given;
    }

    /// <summary>Returns a rate, factor, power or ratio: the exact value of its double.</summary>
    public Rational RequiredExact(string name, double given) => Rational.FromDouble(Required(name, given));

    /// <summary>Returns a rate, factor, power or ratio that has a default.</summary>
    public Rational OptionalExact(string name, double given) => Rational.FromDouble(Optional(name, given));

    /// <summary>Returns a length: the simplest fraction that rounds to its double, so that 2.4 is 12/5.</summary>
    public Rational RequiredLength(string name, double given) => Rational.Simplest(Required(name, given));

    /// <summary>Returns a length that has a finite default.</summary>
    public Rational OptionalLength(string name, double given) => Rational.Simplest(Optional(name, given));

    /// <summary>Returns a length that may be missing: +∞ gives null.</summary>
    public Rational? LengthOrNone(string name, double given)
    {
        double value = Optional(name, given);
        return double.IsPositiveInfinity(value) ? null : Rational.Simplest(value);
    }

    /// <summary>Returns a floor that is given as a rate, or as a share of the first rate where that share is not 0.</summary>
    public Rational Floor(Rational rate, double floor, double floorRatio)
    {
        Rational ratio = OptionalExact("floorRatio", floorRatio);
        return ratio.Sign == 0 ? OptionalExact("floor", floor) : ratio * rate;
    }

    private static string Capitalized(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    private string QualifiedName(string name)
    {
        string type = owner.GetType().Name;
        return char.ToLowerInvariant(type[0]) + type[1..^Suffix.Length] + Capitalized(name);
    }
}
