using System.Globalization;
using LrGen.Generator.Declarations;
using LrGen.Generator.Numerics;
using Microsoft.CodeAnalysis;

namespace LrGen.Generator.Search;

/// <summary>Reads the parameters of a search space, one after the other.</summary>
internal sealed class DimensionReader(List<DimensionModel> dimensions, List<SearchError> errors)
{
    private const int MostPoints = 1_000;

    /// <summary>Up to here 2 to the power of the logarithm is a normal number.</summary>
    private static readonly Rational s_widestRatio = Rational.PowerOfTwo(1_000);

    private readonly List<ITypeSymbol> _types = [];
    private int _index;

    /// <summary>Whether the compiler understood all attributes; if not, it says so.</summary>
    public bool Compiles { get; private set; } = true;

    public void Read(IParameterSymbol parameter)
    {
        _index = dimensions.Count;
        _types.Add(parameter.Type);
        var attributes = parameter.GetAttributes();
        var ranges = attributes.Where(a => KindOf(a) is not null).ToList();
        string type = parameter.Type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        var dimension = new DimensionModel(parameter.Name, type, DimensionKind.Choice, parameter.Type.TypeKind == TypeKind.Enum)
        {
            Default = parameter.HasExplicitDefaultValue && ChoiceValues.Literal(parameter.ExplicitDefaultValue, parameter.Type) is { } literal
                ? literal
                : parameter.Type.IsReferenceType ? "default!" : "default",
        };
        if (attributes.Any(a => IsOurs(a) && !AttributeNames.Compiles(a)) || parameter.Type.TypeKind == TypeKind.Error)
        {
            Compiles = false;
        }
        else if (ranges.Count == 0)
        {
            errors.Add(new SearchError(ScheduleError.AtParameter(ScheduleProblem.UnboundArgument, parameter.Name,
                "The parameter '" + parameter.Name + "' has no values to search; give it [LogUniform], [Uniform], [IntegerRange] or [Choice]"), _index));
        }
        else if (ranges.Count > 1)
        {
            Report(attributes.IndexOf(ranges[1]), ScheduleProblem.ConflictingAttributes,
                "the parameter '" + parameter.Name + "' has its values twice; keep one attribute");
        }
        else
        {
            dimension = ReadRange(dimension, parameter.Type, ranges[0], attributes.IndexOf(ranges[0]));
        }

        if (Compiles && attributes.FirstOrDefault(a => Name(a) == "When") is { } condition)
            dimension = ReadCondition(dimension, condition, attributes.IndexOf(condition));
        dimensions.Add(dimension);
    }

    public static bool IsOurs(AttributeData attribute) => KindOf(attribute) is not null || Name(attribute) == "When";

    private static DimensionKind? KindOf(AttributeData attribute) => Name(attribute) switch
    {
        nameof(DimensionKind.LogUniform) => DimensionKind.LogUniform,
        nameof(DimensionKind.Uniform) => DimensionKind.Uniform,
        nameof(DimensionKind.IntegerRange) => DimensionKind.IntegerRange,
        nameof(DimensionKind.Choice) => DimensionKind.Choice,
        _ => null,
    };

    private static string? Name(AttributeData attribute) =>
        attribute.AttributeClass is { ContainingType: null, ContainingNamespace: { ContainingNamespace.IsGlobalNamespace: true } space } type
            && space.Name == AttributeNames.Namespace
            && type.Name.EndsWith("Attribute", StringComparison.Ordinal)
            ? type.Name.Substring(0, type.Name.Length - "Attribute".Length)
            : null;

    private DimensionModel ReadRange(DimensionModel dimension, ITypeSymbol type, AttributeData attribute, int place)
    {
        var kind = KindOf(attribute)!.Value;
        bool fits = kind switch
        {
            DimensionKind.IntegerRange => ChoiceValues.IsInteger(type),
            DimensionKind.Choice => ChoiceValues.CanChoose(type),
            _ => type.SpecialType is SpecialType.System_Double or SpecialType.System_Single,
        };
        if (!fits)
        {
            Report(place, ScheduleProblem.UnsupportedTarget, dimension.Name, "is of type " + type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)
                + "; [" + kind + "] is for " + (kind switch
                {
                    DimensionKind.IntegerRange => "integers",
                    DimensionKind.Choice => "numbers, bool, string and enumerations",
                    _ => "double and float",
                }));
            return dimension;
        }

        return kind switch
        {
            DimensionKind.IntegerRange => ReadIntegers(dimension, type, attribute, place),
            DimensionKind.Choice => ReadChoice(dimension, type, attribute, place),
            _ => ReadReals(dimension with { Kind = kind }, attribute, place),
        };
    }

    private DimensionModel ReadReals(DimensionModel dimension, AttributeData attribute, int place)
    {
        double low = (double)attribute.ConstructorArguments[0].Value!, high = (double)attribute.ConstructorArguments[1].Value!;
        int points = Named(attribute, "Points") is int given ? given : 5;
        bool isLogarithmic = dimension.Kind == DimensionKind.LogUniform;
        if (double.IsNaN(low) || double.IsInfinity(low) || isLogarithmic && low <= 0)
            OutOfRange(place, "low", low, isLogarithmic ? "a logarithm needs a finite number above 0" : "a range begins at a finite number");
        else if (double.IsNaN(high) || double.IsInfinity(high) || high <= low)
            OutOfRange(place, "high", high, "a range ends at a finite number above its low end, " + NumberText.Friendly(low));
        else if (isLogarithmic && Rational.FromDouble(high) / Rational.FromDouble(low) > s_widestRatio || double.IsInfinity(high - low))
            OutOfRange(place, "high", high, "that is too far from " + NumberText.Friendly(low) + " for a double; give a narrower range");
        if (points is < 2 or > MostPoints)
            OutOfRange(place, "Points", points, "a grid has 2 to 1,000 values of a range");
        return dimension with { Low = low, High = high, Points = points };
    }

    private DimensionModel ReadIntegers(DimensionModel dimension, ITypeSymbol type, AttributeData attribute, int place)
    {
        long low = (long)attribute.ConstructorArguments[0].Value!, high = (long)attribute.ConstructorArguments[1].Value!;
        long step = Named(attribute, "Step") is long given ? given : 1;
        if (!ChoiceValues.Holds(type, low))
            OutOfRange(place, "low", low, "the type of '" + dimension.Name + "' cannot hold it");
        else if (high < low)
            OutOfRange(place, "high", high, "a range ends at its low end, " + low.ToString(CultureInfo.InvariantCulture) + ", or above");
        else if (!ChoiceValues.Holds(type, high))
            OutOfRange(place, "high", high, "the type of '" + dimension.Name + "' cannot hold it");
        if (step <= 0)
            OutOfRange(place, "Step", step, "a step is at least 1");
        decimal points = step <= 0 ? 1 : Math.Floor(((decimal)high - low) / step) + 1;
        if (points > long.MaxValue)
            OutOfRange(place, "high", high, "that is more than 2^63 values; give a larger Step");
        return dimension with { Kind = DimensionKind.IntegerRange, First = low, Step = step, Points = points is > 0 and <= long.MaxValue ? (long)points : 1 };
    }

    private DimensionModel ReadChoice(DimensionModel dimension, ITypeSymbol type, AttributeData attribute, int place)
    {
        var values = new List<string>();
        foreach (var value in Elements(attribute.ConstructorArguments[0]))
        {
            if (ChoiceValues.Literal(value.Value, type, value.Type) is not { } literal)
            {
                OutOfRange(place, "values", ChoiceValues.Text(value.Value),
                    "that is no value of type " + type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat));
                return dimension;
            }

            if (values.Contains(literal))
            {
                OutOfRange(place, "values", ChoiceValues.Text(value.Value), "it stands there twice; write each value once");
                return dimension;
            }

            values.Add(literal);
        }

        if (values.Count == 0)
            OutOfRange(place, "values", "empty", "write at least one value");
        return dimension with { Kind = DimensionKind.Choice, Values = values.ToEquatableArray(), Points = values.Count };
    }

    private DimensionModel ReadCondition(DimensionModel dimension, AttributeData attribute, int place)
    {
        string name = attribute.ConstructorArguments[0].Value as string ?? string.Empty;
        int parent = dimensions.FindIndex(d => d.Name == name);
        if (parent < 0 || dimensions[parent].Kind != DimensionKind.Choice)
        {
            Report(place, ScheduleProblem.UnknownReference, "[When] names '" + name + "', which is " + (parent >= 0
                ? "a range; name a parameter with [Choice]"
                : name == dimension.Name ? "the parameter itself; name an earlier one" : "no parameter before '" + dimension.Name + "'"));
            return dimension;
        }

        // The choices themselves may be wrong; that is said where they stand.
        if (dimensions[parent].Values.Count == 0)
            return dimension;
        var when = new List<int>();
        foreach (var value in Elements(attribute.ConstructorArguments[1]))
        {
            string? literal = ChoiceValues.Literal(value.Value, _types[parent], value.Type);
            int choice = dimensions[parent].Values.ToList().FindIndex(v => v == literal);
            if (choice < 0)
            {
                Report(place, ScheduleProblem.UnknownReference, "'" + name + "' is never " + ChoiceValues.Text(value.Value) + ", so '" + dimension.Name
                    + "' would never take part; name one of its choices");
                return dimension;
            }

            if (!when.Contains(choice))
                when.Add(choice);
        }

        if (when.Count == 0)
            Report(place, ScheduleProblem.UnknownReference, "[When] names no value of '" + name + "', so '" + dimension.Name + "' would never take part");
        when.Sort();
        return dimension with { Parent = parent, When = when.ToEquatableArray() };
    }

    private static IEnumerable<TypedConstant> Elements(TypedConstant array) => array.IsNull ? Enumerable.Empty<TypedConstant>() : array.Values;

    private static object? Named(AttributeData attribute, string name) => attribute.NamedArguments.FirstOrDefault(n => n.Key == name).Value.Value;

    private void OutOfRange(int place, string argument, double value, string wayOut) => OutOfRange(place, argument, NumberText.Friendly(value), wayOut);

    private void OutOfRange(int place, string argument, string value, string wayOut) => errors.Add(new SearchError(
        ScheduleError.AtArgument(ScheduleProblem.QuantityOutOfRange, place, argument, argument, value, wayOut), _index));

    private void Report(int place, ScheduleProblem problem, params string[] details) =>
        errors.Add(new SearchError(ScheduleError.AtAttribute(problem, place, details), _index));
}
