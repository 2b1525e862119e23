namespace LrGen.SearchTests;

/// <summary>Drawn values have the distributions that the attributes say. All seeds are fixed.</summary>
public sealed class DistributionTests
{
    private const int Draws = 16_000;
    private const int Bins = 16;

    /// <summary>The 99.9 % point of chi-square with 15 degrees of freedom.</summary>
    private const double HighestChiSquare = 37.70;

    public static TheoryData<ulong> Seeds => [0, 1, 2, 0xDEADBEEF, ulong.MaxValue];

    [Theory, MemberData(nameof(Seeds))]
    public void Random_values_are_uniform_in_every_dimension(ulong seed)
    {
        var points = Enumerable.Range(0, Draws).Select(i => Sixteen.Random(seed, i).ToArray()).ToList();
        for (int d = 0; d < 16; d++)
            Assert.InRange(ChiSquare(points.Select(p => p[d])), 0, HighestChiSquare + 7);
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Random_values_of_two_dimensions_are_independent(ulong seed)
    {
        var points = Enumerable.Range(0, Draws).Select(i => Sixteen.Random(seed, i).ToArray()).ToList();
        for (int a = 0; a < 16; a++)
        {
            for (int b = a + 1; b < 16; b++)
                Assert.InRange(Correlation(points, a, b), -0.035, 0.035);
        }

        // The same dimension from one trial to the next.
        double lagged = points.Zip(points.Skip(1), (p, q) => (p[0] - 0.5) * (q[0] - 0.5)).Average() * 12;
        Assert.InRange(lagged, -0.035, 0.035);
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Random_values_of_different_seeds_are_independent(ulong seed)
    {
        double product = Enumerable.Range(0, Draws).Average(i => (Sixteen.Random(seed, i).A - 0.5) * (Sixteen.Random(seed ^ 1, i).A - 0.5)) * 12;
        Assert.InRange(product, -0.035, 0.035);
    }

    [Fact]
    public void Logarithms_integers_and_choices_are_uniform()
    {
        var trials = Enumerable.Range(0, Draws).Select(i => Everything.Random(5, i)).ToList();
        Assert.All(trials, t => Assert.InRange(t.Factor, 1e-3f, 1e3f));
        Assert.InRange(ChiSquare(trials.Select(t => (Math.Log10(t.Factor) + 3) / 6)), 0, HighestChiSquare);
        Assert.InRange(ChiSquare(trials.Select(t => (t.Shift + 1) / 2)), 0, HighestChiSquare);
        // Three and one degree of freedom.
        Assert.InRange(CountSquare(trials.Select(t => (object)t.Width), 4), 0, 16.27);
        Assert.InRange(CountSquare(trials.Select(t => (object)t.Shape), 2), 0, 10.83);
        Assert.InRange(CountSquare(trials.Select(t => (object)t.Flag), 2), 0, 10.83);
        Assert.InRange(CountSquare(trials.Select(t => (object)t.@class), 2), 0, 10.83);
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Sobol_points_have_one_in_every_part_of_every_dimension(ulong seed)
    {
        foreach (int count in new[] { 16, 64, 256, 1024 })
        {
            var points = Enumerable.Range(0, count).Select(i => Sixteen.QuasiRandom(seed, i).ToArray()).ToList();
            for (int d = 0; d < 16; d++)
                Assert.Equal(Enumerable.Range(0, count), points.Select(p => (int)(p[d] * count)).Order());
        }
    }

    [Fact]
    public void The_first_two_Sobol_dimensions_have_one_point_in_every_elementary_box()
    {
        // A (0, m, 2)-net: every box of 2^-k by 2^-(m - k) has one of 2^m points, and scrambling keeps that (Owen, 1995).
        const int M = 8;
        var points = Enumerable.Range(0, 1 << M).Select(i => Sixteen.QuasiRandom(11, i)).ToList();
        for (int k = 0; k <= M; k++)
        {
            int columns = 1 << k, rows = 1 << (M - k);
            Assert.Equal(1 << M, points.Select(p => ((int)(p.A * columns), (int)(p.B * rows))).Distinct().Count());
        }
    }

    [Fact]
    public void Sobol_points_cover_better_than_random_ones()
    {
        for (ulong seed = 0; seed < 8; seed++)
        {
            for (int a = 0; a < 16; a += 3)
            {
                int b = (a + 5) % 16;
                double even = Discrepancy(i => Sixteen.QuasiRandom(seed, i).ToArray(), a, b), random = Discrepancy(i => Sixteen.Random(seed, i).ToArray(), a, b);
                Assert.True(even < 0.8 * random, $"seed {seed}, dimensions {a} and {b}: {even} against {random}");
            }
        }
    }

    [Fact]
    public void Sobol_points_integrate_better_than_random_ones()
    {
        // The mean of a smooth function of six parameters; its error over 32 seeds.
        double Error(Func<ulong, long, Sixteen> draw) => Math.Sqrt(Enumerable.Range(0, 32).Average(seed =>
        {
            double mean = Enumerable.Range(0, 256).Average(i =>
            {
                var p = draw((ulong)seed, i);
                return (p.A + 0.5) * (p.B + 0.5) * (p.F + 0.5) * (p.K + 0.5) * (p.O + 0.5) * (p.P + 0.5);
            });
            return (mean - 1) * (mean - 1);
        }));
        Assert.True(Error(Sixteen.QuasiRandom) < Error(Sixteen.Random) / 3);
    }

    [Fact]
    public void Another_seed_is_another_scrambling()
    {
        Assert.Equal(100, Enumerable.Range(0, 100).Select(seed => Sixteen.QuasiRandom((ulong)seed, 0)).Distinct().Count());
        Assert.InRange(ChiSquare(Enumerable.Range(0, Draws).Select(seed => Sixteen.QuasiRandom((ulong)seed, 0).A)), 0, HighestChiSquare);
        Assert.InRange(ChiSquare(Enumerable.Range(0, Draws).Select(seed => Sixteen.QuasiRandom((ulong)seed, 12_345).P)), 0, HighestChiSquare);
    }

    private static double ChiSquare(IEnumerable<double> values)
    {
        var counts = new int[Bins];
        int total = 0;
        foreach (double value in values)
        {
            Assert.InRange(value, 0, 1);
            counts[Math.Min((int)(value * Bins), Bins - 1)]++;
            total++;
        }

        double expected = (double)total / Bins;
        return counts.Sum(c => (c - expected) * (c - expected) / expected);
    }

    private static double CountSquare(IEnumerable<object> values, int kinds)
    {
        var groups = values.GroupBy(v => v).Select(g => g.Count()).ToList();
        Assert.Equal(kinds, groups.Count);
        double expected = (double)groups.Sum() / kinds;
        return groups.Sum(c => (c - expected) * (c - expected) / expected);
    }

    private static double Correlation(List<double[]> points, int a, int b) => points.Average(p => (p[a] - 0.5) * (p[b] - 0.5)) * 12;

    /// <summary>Warnock's formula for the L2 star discrepancy of 128 points in two dimensions.</summary>
    private static double Discrepancy(Func<long, double[]> draw, int a, int b)
    {
        const int Count = 128;
        var points = Enumerable.Range(0, Count).Select(i => draw(i)).Select(p => (X: p[a], Y: p[b])).ToList();
        double single = points.Sum(p => (1 - p.X * p.X) * (1 - p.Y * p.Y));
        double pairs = points.Sum(p => points.Sum(q => (1 - Math.Max(p.X, q.X)) * (1 - Math.Max(p.Y, q.Y))));
        return Math.Sqrt(1.0 / 9 - single / (2 * Count) + pairs / ((double)Count * Count));
    }
}
