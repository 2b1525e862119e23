using LrGen.Reference.Optimizers;
using Adjustment = LrGen.Reference.Optimizers.MuonAdjustment;

namespace LrGen.Optimizers.Tests;

/// <summary>Generated LAMB, LARS, Adafactor and Muon beside their definitions.</summary>
public sealed class TensorRuleTests
{
    /// <summary>float against the definition in double, over 300 updates: of the largest number of the tensor.</summary>
    private const double SingleBound = 2e-4;

    private static readonly int[][] s_any = [[37], [1], [5, 19], [23, 4], [1, 9], [9, 1], [3, 5, 18], [2, 3, 4, 5]];

    private static readonly int[][] s_matrices = [[5, 19], [23, 4], [1, 9], [9, 1], [17, 17], [33, 40], [40, 33]];

    private static readonly Dictionary<string, (Func<IOptimizer> Create, Func<int[][], ReferenceOptimizer> Reference)> s_cases = new()
    {
        ["Lamb"] = (() => new LambDefault(), s => new Lamb<double>(s)),
        ["Lamb, options"] = (() => new LambOptions(), s => new Lamb<double>(s)
        {
            Beta1 = 0.8, Beta2 = 0.95, Epsilon = 1e-3, WeightDecay = 0.1, GradientAveraging = false, TrustClip = true, MaxGradientNorm = null,
        }),
        ["Lamb, always"] = (() => new LambAlways(), s => new Lamb<double>(s) { WeightDecay = 0, AlwaysAdapt = true }),
        ["Lamb, plain"] = (() => new LambPlain(), s => new Lamb<double>(s) { WeightDecay = 0, MaxGradientNorm = 3 }),
        ["Lars"] = (() => new LarsDefault(), s => new Lars<double>(s) { Momentum = 0.9, WeightDecay = 0.01 }),
        ["Lars, options"] = (() => new LarsOptions(), s => new Lars<double>(s)
        {
            Momentum = 0.8, WeightDecay = 0.1, Nesterov = true, Trust = 0.02, Epsilon = 1e-3, TrustClip = true,
        }),
        ["Lars, always"] = (() => new LarsAlways(), s => new Lars<double>(s) { Momentum = 0.8, Dampening = 0.5, AlwaysAdapt = true }),
        ["Lars, plain"] = (() => new LarsPlain(), s => new Lars<double>(s) { Momentum = 0.8 }),
        ["Adafactor"] = (() => new AdafactorDefault(), s => new Adafactor<double>(s)),
        ["Adafactor, options"] = (() => new AdafactorOptions(), s => new Adafactor<double>(s)
        {
            Beta2Decay = -0.5, Epsilon1 = 0.2, Epsilon2 = 0.5, ClippingThreshold = 0.5, WeightDecay = 0.2,
        }),
        ["Muon"] = (() => new MuonDefault(), s => new Muon<double>(s)),
        ["Muon, options"] = (() => new MuonOptions(), s => new Muon<double>(s)
        {
            Momentum = 0.8, WeightDecay = 0.3, Nesterov = false, Coefficients = (1.875, -1.25, 0.375), Iterations = 3, Epsilon = 0.5,
            Adjustment = Adjustment.MatchRmsAdamW,
        }),
    };

    public static TheoryData<string> Names => [.. s_cases.Keys];

    [Theory]
    [InlineData("G139")]
    [InlineData("G140")]
    public void Gives_the_golden_numbers(string id)
    {
        IOptimizer optimizer = id == "G139" ? new GoldenLamb() : new GoldenLars();
        double[] parameters = GoldenSeries.Start;
        foreach (var (gradient, expected) in GoldenSeries.Gradients.Zip(GoldenSeries.All[id].Steps))
        {
            optimizer.Update(parameters, gradient);
            Optimize.Close(expected, parameters);
        }

        Assert.Equal(6, optimizer.Step);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Follows_the_definition_in_double(string name)
    {
        var tensors = Tensors(name);
        Runs.FollowDouble(s_cases[name].Create(), s_cases[name].Reference([.. tensors.Select(t => t.Shape)]), tensors, 500, 1e-10);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Follows_the_definition_in_single_precision(string name)
    {
        var tensors = Tensors(name);
        // The least mean of squares is of the precision.
        ReferenceOptimizer reference = name == "Adafactor"
            ? new Adafactor<double>([.. tensors.Select(t => t.Shape)]) { Epsilon1 = Math.ScaleB(1, -23) }
            : s_cases[name].Reference([.. tensors.Select(t => t.Shape)]);
        double error = Runs.ErrorOfSingle(s_cases[name].Create(), reference, tensors, 300);
        Assert.InRange(error, 0, SingleBound);
        Assert.NotEqual(0, error);
    }

    private static List<Runs.Tensor> Tensors(string name) => [.. (name.StartsWith("Muon") ? s_matrices : s_any).Select(s => new Runs.Tensor(s))];
}
