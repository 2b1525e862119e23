using System.Reflection;
using Rosetta;

namespace LrGen.Rosetta.Tests;

/// <summary>Every scheduler that the sample spells gives the numbers of the system that it is named for.</summary>
public sealed class GoldenTests
{
    public static TheoryData<string, string, string?> Claims =>
        [.. Declarations.All.Select(d => (d.Method.DeclaringType!.Name + "." + d.Method.Name, d.Golden.Id, d.Golden.Column))];

    [Theory]
    [MemberData(nameof(Claims))]
    public void Gives_the_numbers_of_the_system(string name, string id, string? column)
    {
        var (method, golden) = Declarations.All.Single(d =>
            d.Method.DeclaringType!.Name + "." + d.Method.Name == name && d.Golden.Id == id && d.Golden.Column == column);
        var series = GoldenSeries.All[id];
        var rows = series.Between(golden.From, golden.To, golden.Scale, column, golden.CountsFrom);
        // A slip in From, To or Scale would leave too little to compare.
        Assert.InRange(rows.Count, 5, int.MaxValue);
        string? difference = Closeness.FirstDifference(rows, series.IsSingle, method.CreateDelegate<Func<long, double>>(), HalfWave(id));
        Assert.True(difference is null, difference);
    }

    [Fact]
    public void Names_series_that_exist() =>
        Assert.All(Declarations.All, d => Assert.Contains(d.Golden.Id, GoldenSeries.All.Keys));

    [Fact]
    public void Covers_every_series_but_the_listed_ones()
    {
        var covered = Declarations.Members.SelectMany(d => d.GetCustomAttributes<GoldenAttribute>()).Where(g => g.Column is null).Select(g => g.Id).ToHashSet();
        // Exact: a series that becomes expressible has to leave the list.
        Assert.Equal(Declarations.NotCovered.Keys.Order(), GoldenSeries.All.Keys.Except(covered).Order());
        Assert.DoesNotContain(Declarations.NotCovered.Values, string.IsNullOrWhiteSpace);
    }

    [Fact]
    public void Leaves_out_only_what_lies_past_the_end_of_one_cycle() =>
        Assert.Equal(
            ["G103", "G104", "G105", "G106"],
            Declarations.All.Where(d => d.Golden.From != 0 || d.Golden.To != long.MaxValue).Select(d => d.Golden.Id).Distinct().Order());

    public static TheoryData<string> SingleHalfWaves => [.. Declarations.SingleHalfWaves.Keys];

    /// <summary>Each of these series needs the allowance, and the allowance hides neither another floor nor another length.</summary>
    [Theory]
    [MemberData(nameof(SingleHalfWaves))]
    public void Allows_for_the_rounding_of_a_cosine_only_where_it_shows(string id)
    {
        var rate = Declarations.All.Single(d => d.Golden.Id == id).Method.CreateDelegate<Func<long, double>>();
        var rows = GoldenSeries.All[id].Between(0, long.MaxValue, 1, null);
        Assert.NotNull(Closeness.FirstDifference(rows, single: true, rate));
        Assert.Null(Closeness.FirstDifference(rows, single: true, rate, HalfWave(id)));
        Assert.NotNull(Closeness.FirstDifference(rows, single: true, step => rate(step) + 2e-7, HalfWave(id)));
        Assert.NotNull(Closeness.FirstDifference(rows, single: true, step => rate(step) - 2e-7, HalfWave(id)));
        Assert.NotNull(Closeness.FirstDifference(rows, single: true, step => rate(step + 1), HalfWave(id)));
    }

    private static Func<long, double>? HalfWave(string id) => Declarations.SingleHalfWaves.TryGetValue(id, out var waves)
        ? step => waves.LastOrDefault(wave => wave.From <= step).Height
        : null;

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public void Would_see_a_declaration_that_is_one_step_off(long shift)
    {
        var rows = GoldenSeries.All["G081"].Between(0, long.MaxValue, 1, null);
        Assert.NotNull(Closeness.FirstDifference(rows, single: false, step => PyTorch.StepLR(step + shift)));
    }

    [Theory]
    [InlineData("G081", 1e-11)]
    [InlineData("G081", double.NaN)]
    [InlineData("G003", 1e-6)]
    public void Would_see_a_rate_that_is_slightly_off(string id, double error)
    {
        var series = GoldenSeries.All[id];
        var rows = series.Between(0, long.MaxValue, 1, null);
        var values = rows.ToDictionary(row => row.Step, row => row.Value);
        Assert.Null(Closeness.FirstDifference(rows, series.IsSingle, step => values[step]));
        Assert.NotNull(Closeness.FirstDifference(rows, series.IsSingle, step => values[step] * (1 + error)));
    }
}
