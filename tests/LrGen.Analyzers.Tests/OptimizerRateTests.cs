using LrGen.Analyzers.Tests.Harness;
using LrGen.Generator.UpdateRules;
using Microsoft.CodeAnalysis;

namespace LrGen.Analyzers.Tests;

/// <summary>
/// The update rule of a class is the optimizer that its rate is judged by: for each one a rate that is too high, and peaks that people use,
/// the defaults of PyTorch and timm among them.
/// </summary>
public class OptimizerRateTests
{
    /// <summary>The usual peaks are the ends of the ranges that the projects' own documentation and defaults have.</summary>
    private static readonly (string Rule, double TooHigh, string Id, double[] Usual)[] s_rates =
    [
        ("Sgd", 10, "LRG021", [1e-3, 0.01, 0.5]), ("Sgd(Momentum = 0.9, Nesterov = true)", 100, "LRG020", [0.01, 0.5]),
        ("Adam", 0.1, "LRG021", [1e-5, 1e-3, 3e-3]), ("AdamW", 0.1, "LRG021", [1e-5, 1e-3, 3e-3]), ("NAdam", 0.1, "LRG021", [2e-3]),
        ("RAdam", 0.1, "LRG021", [1e-3]), ("Adamax", 0.1, "LRG021", [2e-3]), ("Lion", 0.1, "LRG021", [1e-5, 1e-4, 3e-4]),
        ("Lamb", 2, "LRG020", [1e-3, 0.01]), ("Lars", 100, "LRG020", [0.1, 1, 10]), ("RmsProp", 0.4, "LRG021", [1e-4, 0.01]),
        ("Adagrad", 2, "LRG020", [0.01]), ("Adadelta", 20, "LRG020", [1]), ("Adafactor", 1, "LRG020", [0.01]),
        ("Muon", 2, "LRG020", [1e-3, 2e-3, 0.02, 0.05]),
        // Nothing is published of these but that they are some multiples of those with a schedule; only what no optimizer takes is too high.
        ("ScheduleFreeAdamW", 100, "LRG020", [1e-5, 2.5e-3, 0.03]), ("ScheduleFreeSgd", 100, "LRG020", [0.1, 1, 25]),
    ];

    /// <summary>Peaks below all published ones.</summary>
    private static readonly (string Rule, double TooLow)[] s_low =
    [
        ("Sgd", 1e-7), ("Adam", 1e-8), ("AdamW", 1e-8), ("NAdam", 1e-8), ("RAdam", 1e-8), ("Adamax", 1e-8), ("Lion", 1e-8), ("Lamb", 1e-7), ("Lars", 1e-5),
        ("RmsProp", 1e-8), ("Adagrad", 1e-6), ("Adafactor", 1e-8), ("Muon", 1e-6),
    ];

    public static TheoryData<string, double, string> High => [.. s_rates.Select(r => (r.Rule, r.TooHigh, r.Id))];

    public static TheoryData<string, double> Usual => [.. s_rates.SelectMany(r => r.Usual.Select(u => (r.Rule, u)))];

    public static TheoryData<string, double> Low => [.. s_low];

    [Fact]
    public void Every_update_rule_is_here() => Assert.Equal(
        typeof(UpdateRule).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(UpdateRule)) && !t.IsAbstract).Select(t => t.Name).Order(StringComparer.Ordinal),
        s_rates.Select(r => r.Rule.Split('(')[0]).Distinct().Order(StringComparer.Ordinal));

    [Theory, MemberData(nameof(High))]
    public async Task Rate_that_is_too_high(string rule, double rate, string id)
    {
        var found = Assert.Single(await FindAsync(rule, "Constant(" + Code(rate) + ")"));
        Assert.Equal(id, found.Id);
        Assert.Equal(Code(rate), found.Location.SourceTree!.GetText().ToString(found.Location.SourceSpan));
    }

    [Theory, MemberData(nameof(Usual))]
    public async Task Usual_peak(string rule, double rate)
    {
        Assert.Empty(await FindAsync(rule, "Constant(" + Code(rate) + ")"));
        if (!rule.StartsWith("ScheduleFree", StringComparison.Ordinal))
            Assert.Empty(await FindAsync(rule, "Warmup(500, FirstStep = FirstStep.OneStepIn), CosineDecay(" + Code(rate) + ", 10_000)"));
    }

    [Theory, MemberData(nameof(Low))]
    public async Task Rate_that_is_too_low(string rule, double rate) => Assert.Equal("LRG023", Assert.Single(await FindAsync(rule, "Constant(" + Code(rate) + ")")).Id);

    /// <summary>A file of nothing but an optimizer is looked at, also before the generator has run, which it does only on save in some editors.</summary>
    [Fact]
    public async Task File_with_nothing_but_an_optimizer()
    {
        var compilation = Consumer.Compile("[LrGen.Adam, LrGen.Constant(0.1)] sealed partial class Optimizer;");
        Assert.Equal("LRG021", Assert.Single(await Consumer.AnalyzeAsync(compilation)).Id);
    }

    private static async Task<IReadOnlyList<Diagnostic>> FindAsync(string rule, string schedule)
    {
        string source = "using LrGen;\n\n[" + rule + ", " + schedule + "]\nsealed partial class Optimizer;\n";
        var (completed, failures) = Consumer.Generate(Consumer.Compile(source));
        Assert.Empty(failures);
        Assert.Empty(completed.GetDiagnostics(TestContext.Current.CancellationToken).Where(d => d.Severity == DiagnosticSeverity.Error));
        return await Consumer.AnalyzeAsync(completed);
    }

    private static string Code(double rate) => rate.ToString("R", System.Globalization.CultureInfo.InvariantCulture);
}
