using LrGen.Generator.Declarations;
using LrGen.Generator.Numerics;

namespace LrGen.Generator.Search;

/// <summary>A parameter and its values as text: what tells one space from another.</summary>
internal static class DefinitionText
{
    public static string Of(DimensionModel dimension, EquatableArray<DimensionModel> all)
    {
        string values = dimension.Kind switch
        {
            DimensionKind.LogUniform => "log-uniform " + Reals(dimension),
            DimensionKind.Uniform => "uniform " + Reals(dimension),
            DimensionKind.IntegerRange => "integers " + NumberText.Integer(dimension.First) + " + " + NumberText.Integer(dimension.Step) + " k, k < "
                + NumberText.Integer(dimension.Points),
            _ => "one of " + string.Join(", ", dimension.Values),
        };
        string condition = dimension.Parent < 0 ? string.Empty
            : " if " + all[dimension.Parent].Name + " is " + string.Join(" or ", dimension.When.Select(w => all[dimension.Parent].Values[w]))
                + ", else " + dimension.Default;
        return dimension.Name + ": " + values + condition;
    }

    private static string Reals(DimensionModel dimension) =>
        NumberText.Shortest(dimension.Low) + " to " + NumberText.Shortest(dimension.High) + " in " + NumberText.Integer(dimension.Points);
}
