namespace LrGen.Optimizers.Tests;

/// <summary>Generated optimizers beside the reference, over 1,000 updates with random gradients, at a rate that moves.</summary>
public sealed class GeneratedRuleTests
{
    /// <summary>In double: a thousand roundings of 1e-16, some of which a momentum adds up.</summary>
    private const double Double = 1e-12;

    /// <summary>
    /// In single precision, where a rounding is 6e-8 and the reference rounds at other places: it divides where generated code multiplies
    /// by a reciprocal.
    /// </summary>
    private const double Single = 1e-5;

    public static TheoryData<string> Names => [.. RuleCase.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Updates_like_the_reference(string name)
    {
        var (generated, reference) = RuleCase.All[name];
        RuleRuns.Compare<double>(generated(), reference(RuleRuns.Shapes), Double);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Updates_like_the_reference_in_single_precision(string name)
    {
        var (generated, reference) = RuleCase.All[name];
        RuleRuns.Compare<float>(generated(), RuleRuns.Single(reference(RuleRuns.Shapes)), Single);
    }

    /// <summary>The negative control: another ε of the reference is seen.</summary>
    [Fact]
    public void A_small_difference_is_seen()
    {
        var reference = new Reference.Optimizers.Adam<double>(RuleRuns.Shapes) { Epsilon = 1.01e-8 };
        Assert.Throws<Xunit.Sdk.FailException>(() => RuleRuns.Compare<double>(new Declared.AdamRule(), reference, Double));
    }
}
