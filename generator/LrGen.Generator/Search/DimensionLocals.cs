using LrGen.Generator.Curves;
using LrGen.Generator.Declarations;
using LrGen.Generator.Numerics;

namespace LrGen.Generator.Search;

/// <summary>The local variables that values of parameters are worked out in, and expressions of them.</summary>
internal sealed class DimensionLocals
{
    private readonly string[] _values;
    private readonly string[] _choices;

    public DimensionLocals(EquatableArray<DimensionModel> dimensions)
    {
        var names = new NameScope(["index", "point"]);
        _values = [.. dimensions.Select(d => names.Unique(char.ToLowerInvariant(d.Name[0]) + d.Name.Substring(1)))];
        _choices = [.. dimensions.Select(d => names.Unique(char.ToLowerInvariant(d.Name[0]) + d.Name.Substring(1) + "Choice"))];
    }

    /// <summary>The arguments of the constructor.</summary>
    public string Arguments => string.Join(", ", _values.Select(DeclarationParser.Escape));

    public string Value(int dimension) => DeclarationParser.Escape(_values[dimension]);

    /// <summary>The index of the value of a parameter that others depend on; −1 where it does not take part.</summary>
    public string Choice(int dimension) => _choices[dimension];

    /// <summary>Whether a parameter takes part.</summary>
    public string Condition(DimensionModel dimension) =>
        Choice(dimension.Parent) + " is " + string.Join(" or ", dimension.When.Select(w => NumberText.Integer(w)));

    /// <summary>The value of a choice.</summary>
    public static string Chosen(DimensionModel dimension, string index)
    {
        // Without a condition the last value needs no test; with one, −1 stands for taking no part.
        int tested = dimension.Parent < 0 ? dimension.Values.Count - 1 : dimension.Values.Count;
        var arms = dimension.Values.Take(tested).Select((value, i) => NumberText.Integer(i) + " => " + value)
            .Append("_ => " + (dimension.Parent < 0 ? dimension.Values[tested] : dimension.Default));
        return "(" + index + ") switch { " + string.Join(", ", arms) + " }";
    }

    /// <summary>The value of a range of integers.</summary>
    public static string Integer(DimensionModel dimension, string index) => "(" + dimension.Type + ")unchecked(" + NumberText.Integer(dimension.First) + "L + "
        + index + (dimension.Step == 1 ? string.Empty : " * " + NumberText.Integer(dimension.Step) + "L") + ")";
}
