namespace LrGen.Tool.Report;

/// <summary>A value at a step.</summary>
internal readonly record struct Point(long Step, double Value);

/// <summary>Makes long lines short without losing what stands out.</summary>
internal static class Decimation
{
    /// <summary>Keeps the first, lowest, highest and last point of each of so many equal stretches of steps.</summary>
    public static IReadOnlyList<Point> KeepExtremes(IReadOnlyList<Point> points, long lastStep, int stretches)
    {
        if (points.Count <= 4 * stretches)
            return points;
        var kept = new List<Point>();
        for (int i = 0; i < points.Count;)
        {
            long stretch = Stretch(points[i]);
            int first = i, low = i, high = i;
            for (; i < points.Count && Stretch(points[i]) == stretch; i++)
            {
                low = points[i].Value < points[low].Value ? i : low;
                high = points[i].Value > points[high].Value ? i : high;
            }

            foreach (int index in new SortedSet<int> { first, low, high, i - 1 })
                kept.Add(points[index]);
        }

        return kept;

        long Stretch(Point point) => (long)((double)point.Step / Math.Max(lastStep, 1) * stretches);
    }

    /// <summary>Leaves out points of a line between others of the same value, so that the levels of a staircase are two points each.</summary>
    public static IReadOnlyList<Point> KeepCorners(IReadOnlyList<Point> points)
    {
        var kept = new List<Point>();
        for (int i = 0; i < points.Count; i++)
        {
            bool isCorner = i == 0 || i == points.Count - 1
                || !points[i].Value.Equals(points[i - 1].Value) || !points[i].Value.Equals(points[i + 1].Value);
            if (isCorner)
                kept.Add(points[i]);
        }

        return kept;
    }
}
