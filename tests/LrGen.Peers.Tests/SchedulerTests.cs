using System.Reflection;

namespace LrGen.Peers.Tests;

/// <summary>
/// Every declaration in samples/Rosetta/TorchSharp.cs runs for a thousand steps beside the scheduler that it is named for.
/// </summary>
public sealed class SchedulerTests
{
    private const int Steps = 1_000;

    /// <summary>TorchSharp's cosine multiplies the last rate by a quotient that is 0 ÷ 0 at the floor, and keeps what that loses.</summary>
    private const int EndOfCosine = 400;

    public static TheoryData<string> Rates => [.. Schedulers.Rates.Keys];

    public static TheoryData<string> Momenta => [.. Schedulers.Momenta.Keys];

    [Fact]
    public void TorchSharp_runs_on_this_platform() => Assert.True(Peer.Failure is null, Peer.Failure);

    [Fact]
    public void Every_declaration_has_its_scheduler() => Assert.Equal(
        typeof(global::Rosetta.TorchSharp).GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Select(method => method.Name).Order(),
        Schedulers.Rates.Keys.Concat(Schedulers.Momenta.Keys).Concat(Schedulers.WrongInTorchSharp).Order());

    [Theory]
    [MemberData(nameof(Rates))]
    public void Sets_the_same_rates(string name)
    {
        var optimizer = Peer.Sgd();
        var values = Peer.Run(optimizer, Schedulers.Rates[name](optimizer), Steps).Select(value => value.Rate).ToList();
        Assert.Null(FirstDifference(name, values, Declaration(name)));
    }

    [Theory]
    [MemberData(nameof(Momenta))]
    public void Sets_the_same_momentum(string name)
    {
        var optimizer = Peer.Sgd();
        var values = Peer.Run(optimizer, Schedulers.Momenta[name](optimizer), Steps).Select(value => value.Momentum).ToList();
        Assert.Null(FirstDifference(name, values, Declaration(name)));
    }

    [Theory]
    [MemberData(nameof(Rates))]
    public void Would_see_a_declaration_that_is_slightly_off(string name)
    {
        var optimizer = Peer.Sgd();
        var values = Peer.Run(optimizer, Schedulers.Rates[name](optimizer), Steps).Select(value => value.Rate).ToList();
        var rate = Declaration(name);
        Assert.NotNull(FirstDifference(name, values, step => rate(step + 1)));
        Assert.NotNull(FirstDifference(name, values, step => rate(step) * (1 + 1e-11)));
    }

    private static Func<long, double> Declaration(string name) =>
        typeof(global::Rosetta.TorchSharp).GetMethod(name)!.CreateDelegate<Func<long, double>>();

    /// <summary>
    /// 1e-12 of the base rate: schedulers that multiply the last rate by a factor drift. Past the end of a cosine it is 2e-9.
    /// </summary>
    private static string? FirstDifference(string name, IReadOnlyList<double> expected, Func<long, double> rate)
    {
        Assert.Equal(Steps, expected.Count);
        for (int step = 0; step < Steps; step++)
        {
            bool hasDrifted = name == "CosineAnnealingLR" && step > EndOfCosine;
            // Written so that NaN differs.
            if (!(Math.Abs(rate(step) - expected[step]) <= (hasDrifted ? 2e-9 : 1e-12) * Peer.Base))
                return FormattableString.Invariant($"step {step}: {rate(step):R} beside {expected[step]:R}");
        }

        return null;
    }
}
