using System.Runtime.CompilerServices;

namespace LrGen.Generator.Curves;

/// <summary>How much code a schedule comes to: its formulas, one for each stretch and part, shared ones once.</summary>
internal static class CurveSize
{
    /// <summary>Ten thousand stretches, with room for a warm-up over them: more is a table, which belongs into a file.</summary>
    public const int Most = 20_000;

    /// <summary>So many formulas can make up one value: each is computed for every step.</summary>
    public const int MostOfOneValue = 400;

    /// <summary>Equality of references: formulas that are equal and not the same are written twice.</summary>
    public static IEqualityComparer<Shape> Identity { get; } = new SameObject();

    public static long Of(IEnumerable<Segment> segments) => segments.Sum(s => Of(s.Shape));

    /// <summary>The formulas of one stretch.</summary>
    public static long Of(Shape shape)
    {
        long size = 0;
        foreach (var part in Parts(shape))
            size += part.OwnSize;
        return size;
    }

    /// <summary>A shape and all it is made of over the same time, each once.</summary>
    public static IReadOnlyList<Shape> Parts(Shape shape)
    {
        var found = new List<Shape> { shape };
        var seen = new HashSet<Shape>(Identity) { shape };
        for (int i = 0; i < found.Count; i++)
        {
            foreach (var part in found[i].Parts)
            {
                if (seen.Add(part))
                    found.Add(part);
            }
        }

        return found;
    }

    private sealed class SameObject : IEqualityComparer<Shape>
    {
        public bool Equals(Shape x, Shape y) => ReferenceEquals(x, y);

        public int GetHashCode(Shape shape) => RuntimeHelpers.GetHashCode(shape);
    }
}
