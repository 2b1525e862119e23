namespace LrGen.Optimizers.Tests;

/// <summary>Generated optimizers beside the reference, over 1,000 updates with random gradients, at a rate that moves.</summary>
public sealed partial class GeneratedRuleTests
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
        RuleRuns.Compare<float>(generated(), reference(RuleRuns.Shapes).InSingle(), Single);
    }

    /// <summary>The negative control: another ε of the reference is seen.</summary>
    [Fact]
    public void A_small_difference_is_seen()
    {
        var reference = new Reference.Optimizers.Adam<double>(RuleRuns.Shapes) { Epsilon = 1.01e-8 };
        Assert.Throws<Xunit.Sdk.FailException>(() => RuleRuns.Compare<double>(new Declared.AdamRule(), reference, Double));
    }

    /// <summary>
    /// Gradients that stand still have no variance, and its rounding error may be negative: PyTorch's divisor is NaN then. Here it is ε.
    /// </summary>
    [Fact]
    public void Gradients_that_stand_still_have_a_root()
    {
        var optimizer = new ShortCentered();
        float[] parameters = new float[RuleRuns.Steps], gradients = [.. Enumerable.Range(0, RuleRuns.Steps).Select(i => 0.37f + i * 0.013f)];
        var reference = new Reference.Optimizers.RmsProp<float>([RuleRuns.Steps]) { Centered = true, Alpha = 0.9 };
        double[] expected = new double[RuleRuns.Steps];
        for (int step = 0; step < RuleRuns.Steps; step++)
        {
            reference.Step([expected], [Array.ConvertAll(gradients, g => (double)g)], optimizer.Rate);
            optimizer.Update(parameters, gradients);
        }

        Assert.Contains(expected, double.IsNaN);
        Assert.All(parameters, p => Assert.True(float.IsFinite(p)));
    }

    /// <summary>NaN is not clamped away: who does not look at gradients sees it in the parameters.</summary>
    [Fact]
    public void A_gradient_that_is_no_number_stays_visible()
    {
        foreach (var (name, (generated, _)) in RuleCase.All.Where(c => !c.Key.StartsWith("Lion", StringComparison.Ordinal)))
        {
            double[] parameters = new double[9], gradients = [.. Enumerable.Repeat(double.NaN, 9)];
            generated().Update(parameters, gradients);
            Assert.True(parameters.All(double.IsNaN), name);
        }
    }

    /// <summary>Where a mean is 0, so is its sign, and the parameter stays.</summary>
    [Fact]
    public void Lion_does_not_move_without_a_gradient()
    {
        double[] parameters = [1, 2, 3, 4, 5, 6, 7, 8, 9];
        var optimizer = new Declared.LionRule();
        Assert.True(optimizer.Update(parameters, new double[9]));
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8, 9], parameters);
    }

    [RmsProp(Centered = true, Alpha = 0.9), Constant(0.01)]
    private sealed partial class ShortCentered;
}
