namespace LrGen.Rosetta.Tests;

/// <summary>Declarations without a golden series give what the system's own formula gives, over a thousand steps.</summary>
public sealed class FormulaTests
{
    /// <summary>A rate that stays is the same a step later.</summary>
    private static readonly string[] s_constant =
    [
        "FastAi.SchedNo", "Fvcore.ConstantParamScheduler", "HuggingFace.Constant", "Optax.ConstantSchedule", "Tensor2Tensor.Constant",
    ];

    public static TheoryData<string> Names => [.. Formula.All.Select(formula => formula.Name)];

    public static TheoryData<string> NamesOfThoseThatMove => [.. Formula.All.Select(formula => formula.Name).Except(s_constant)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Gives_what_the_formula_gives(string name)
    {
        var formula = Named(name);
        var rows = formula.Rows();
        Assert.Equal(Formula.Steps, rows.Count);
        Assert.All(rows, row => Assert.True(double.IsFinite(row.Value), $"step {row.Step}: {row.Value}"));
        string? difference = Closeness.FirstDifference(rows, single: false, formula.Rate);
        Assert.True(difference is null, difference);
    }

    [Theory]
    [MemberData(nameof(NamesOfThoseThatMove))]
    public void Would_see_a_declaration_that_is_one_step_off(string name)
    {
        var formula = Named(name);
        Assert.NotNull(Closeness.FirstDifference(formula.Rows(), single: false, step => formula.Rate(step + 1)));
        Assert.NotNull(Closeness.FirstDifference(formula.Rows(), single: false, step => formula.Rate(step) * (1 + 1e-11)));
    }

    [Fact]
    public void Every_declaration_has_a_golden_series_or_a_formula()
    {
        var checkedOnes = Declarations.All.Select(d => d.Method).Concat(Formula.All.Select(formula => formula.Declaration)).ToHashSet();
        Assert.Empty(Declarations.Methods
            .Where(method => !checkedOnes.Contains(method) && method.DeclaringType != Declarations.CheckedBesideItsPeer)
            .Select(method => method.DeclaringType!.Name + "." + method.Name));
    }

    private static Formula Named(string name) => Formula.All.Single(formula => formula.Name == name);
}
