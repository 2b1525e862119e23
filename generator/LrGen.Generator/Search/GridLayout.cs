using System.Numerics;
using LrGen.Generator.Declarations;

namespace LrGen.Generator.Search;

/// <summary>
/// How a grid is counted: a case for every combination of the values that other parameters depend on, and in each case the product of the
/// values of those that take part. So a parameter that does not take part multiplies nothing.
/// </summary>
internal sealed class GridLayout
{
    private readonly EquatableArray<DimensionModel> _dimensions;

    private GridLayout(EquatableArray<DimensionModel> dimensions)
    {
        _dimensions = dimensions;
        Parents = [.. dimensions.Where(d => d.Parent >= 0).Select(d => d.Parent).Distinct().OrderBy(p => p)];
    }

    /// <summary>The indices of the parameters that others depend on, in order.</summary>
    public IReadOnlyList<int> Parents { get; }

    /// <summary>How many trials and how many cases there are; counting stops where there are too many cases.</summary>
    public (BigInteger Count, int Cases) Size
    {
        get
        {
            BigInteger count = 0;
            int cases = 0;
            foreach (var part in Cases())
            {
                count += part.Count;
                if (++cases > 1_000)
                    break;
            }

            return (count, cases);
        }
    }

    public static GridLayout Of(EquatableArray<DimensionModel> dimensions) => new(dimensions);

    /// <summary>The cases: for each of <see cref="Parents"/> the index of its value, −1 where it does not take part; and how many trials they have.</summary>
    public IEnumerable<(int[] Choices, BigInteger Count)> Cases() => Cases([], 0);

    private IEnumerable<(int[] Choices, BigInteger Count)> Cases(int[] chosen, int depth)
    {
        if (depth == Parents.Count)
        {
            var count = BigInteger.One;
            for (int i = 0; i < _dimensions.Count; i++)
            {
                if (!Parents.Contains(i) && TakesPart(_dimensions[i], chosen))
                    count *= _dimensions[i].Points;
            }

            yield return (chosen, count);
            yield break;
        }

        var parent = _dimensions[Parents[depth]];
        bool takesPart = TakesPart(parent, chosen);
        for (int value = takesPart ? 0 : -1; value < (takesPart ? parent.Points : 0); value++)
        {
            foreach (var part in Cases([.. chosen, value], depth + 1))
                yield return part;
        }
    }

    private bool TakesPart(DimensionModel dimension, int[] chosen)
    {
        if (dimension.Parent < 0)
            return true;
        for (int i = 0; i < Parents.Count; i++)
        {
            if (Parents[i] == dimension.Parent)
                return dimension.When.Contains(chosen[i]);
        }

        return false;
    }
}
