using System.Globalization;
using LrGen.Analyzers.Conversions.Algebra;
using LrGen.Generator.Declarations;
using LrGen.Generator.Numerics;
using Microsoft.CodeAnalysis;

namespace LrGen.Analyzers.Conversions;

/// <summary>How an argument is written.</summary>
internal enum Written
{
    ByPosition,

    /// <summary><c>every: 10</c></summary>
    ByParameter,

    /// <summary><c>Floor = 0.001</c></summary>
    ByProperty,
}

/// <summary>One argument of an attribute that could stand for code.</summary>
/// <param name="Name">The parameter or property.</param>
/// <param name="Written">How it is written.</param>
/// <param name="Value">The value; an option by its number.</param>
/// <param name="Code">The C# of an option or flag; empty for a number.</param>
internal sealed record SpelledArgument(string Name, Written Written, double Value, string Code = "")
{
    /// <summary>The numbers of an array; null for others.</summary>
    public IReadOnlyList<double>? Values { get; init; }

    /// <summary>The value that only run time knows; it is not written in the attribute.</summary>
    public LateValue? Late { get; init; }

    /// <summary>The exact value, where the generator would take another one for it: a root.</summary>
    public Expression? Exact { get; init; }

    /// <summary>Whether the numbers are arguments of their own.</summary>
    public bool IsParams { get; init; }

    public override string ToString() => Written switch
    {
        Written.ByParameter => Name + ": " + Text(),
        Written.ByProperty => Name + " = " + Text(),
        _ => Text(),
    };

    private string Text()
    {
        if (Code.Length > 0)
            return Code;
        if (Values is null)
            return Number(Value);
        string list = string.Join(", ", Values.Select(Number));
        return IsParams ? list : "new double[] { " + list + " }";
    }

    /// <summary>A number as C#, that of a float as one where it is shorter.</summary>
    private static string Number(double value)
    {
        string text = Shorter(NumberText.Shortest(value));
        float single = (float)value;
        if (!((double)single).Equals(value) || text.Length < 9)
            return text;
        for (int digits = 6; digits < 10; digits++)
        {
            string candidate = single.ToString("G" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
            if (float.Parse(candidate, NumberStyles.Float, CultureInfo.InvariantCulture).Equals(single))
                return candidate.Length + 1 < text.Length ? Shorter(candidate) + "f" : text;
        }

        return text;
    }

    /// <summary>1E-05 as 1e-5.</summary>
    private static string Shorter(string number)
    {
        int e = number.IndexOf('E');
        return e < 0 ? number : number.Substring(0, e) + "e" + int.Parse(number.Substring(e + 1),
            CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture);
    }
}

/// <summary>An attribute that could stand for code.</summary>
/// <param name="Name">Without "Attribute".</param>
/// <param name="Arguments">Those that are not left out.</param>
internal sealed record Spelling(string Name, IReadOnlyList<SpelledArgument> Arguments)
{
    public override string ToString()
    {
        var written = Arguments.Where(a => a.Late is null).ToList();
        // Without an argument before it, one is no longer known by its place.
        bool isFirstGone = Arguments.Count > 0 && Arguments[0] is { Late: not null, Written: not Written.ByProperty };
        var texts = written.Select(a => isFirstGone && a is { Written: Written.ByPosition, Values: null }
            ? (a with { Written = Written.ByParameter }).ToString() : a.ToString());
        return written.Count == 0 ? Name : Name + "(" + string.Join(", ", texts) + ")";
    }

    /// <summary>The name that a number of run time has in the curve of a declaration.</summary>
    public static string LateName(int index, string argument) => index.ToString(CultureInfo.InvariantCulture) + "." + argument;

    /// <summary>The attribute as the generator would read it; null where the library has no such attribute.</summary>
    public AttributeModel? ToModel(int index, IAssemblySymbol library)
    {
        if (library.GetTypeByMetadataName(AttributeNames.MetadataName(Name)) is not { } type)
            return null;
        var arguments = new List<ArgumentModel>();
        foreach (var parameter in type.InstanceConstructors.OrderByDescending(c => c.Parameters.Length).First().Parameters)
            arguments.Add(Argument(index, parameter.Name, parameter is { HasExplicitDefaultValue: true, ExplicitDefaultValue: double value } ? value
                : double.NaN));
        for (var part = type; part is { ContainingNamespace.Name: AttributeNames.Namespace }; part = part.BaseType)
        {
            arguments.AddRange(part.GetMembers().OfType<IPropertySymbol>()
                .Where(p => p is { DeclaredAccessibility: Accessibility.Public, SetMethod: not null }).Select(p => Argument(index, p.Name, 0)));
        }

        return new AttributeModel(Name, index, arguments.ToEquatableArray());
    }

    private ArgumentModel Argument(int index, string name, double fallback)
    {
        if (Arguments.FirstOrDefault(a => a.Name == name) is not { } given)
            return new ArgumentModel(name, double.IsNaN(fallback) ? ArgumentSource.Missing : ArgumentSource.Default, fallback);
        if (given.Late is not null || given.Exact is not null)
            return new ArgumentModel(name, ArgumentSource.Runtime, double.NaN, LateName(index, name), LateName(index, name));
        return new ArgumentModel(name, ArgumentSource.Given, given.Value) { Values = given.Values?.ToEquatableArray() ?? EquatableArray<double>.Empty };
    }
}
