using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using LrGen.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LrGen.Analyzers.Tests;

/// <summary>
/// Ten thousand files in the long run, each a sample with something done to it that people do while they type: cut off, tokens gone, doubled or exchanged,
/// another number. Neither the generator nor an analyzer may fail on one.
/// </summary>
public class MutatedSourceTests
{
    private const int FilesOfOneProject = 50, Seed = 20_261_125;

    private static readonly int s_files = LongRun.Size(full: 10_000, quick: 150);

    private const string Usings = "using System;\nusing LrGen;\n\n";

    private static readonly string[] s_numbers = ["0", "-1", "1", "2.4", "1e-320", "1e308", "double.NaN", "double.PositiveInfinity", "9007199254740993", "0.9999999999999999"];

    /// <summary>Optimizers with every update rule, and all that their attributes can say.</summary>
    private static readonly string[] s_optimizers =
    [
        "[Sgd(Momentum = 0.9, Nesterov = true, WeightDecay = 5e-4, ClipNorm = 1), MilestoneDecay(0.1, 0.1, 30_000, 60_000)]\nsealed partial class O;",
        "[Sgd, Constant(0.1), LinearDecay(0.85, 0.95, 100, Quantity = Quantity.Momentum)]\nsealed partial class O;",
        "[Adam(Beta1 = 0.8, AmsGrad = true, WeightDecay = 0.1), Warmup(500), CosineDecay(1e-3, steps: 10_000)]\nsealed partial class O;",
        "[Training(Optimizer = OptimizerKind.AdamW, Epochs = 3, BatchesPerEpoch = 400), AdamW(AccumulationSteps = 4), CosineDecay(1e-3)]\npublic sealed partial class O;",
        "[NAdam(WeightDecay = 0.1, DecoupledWeightDecay = true), Constant(2e-3)]\nsealed partial class O(double beta2);",
        "[RAdam(ClipValue = 1), OneCycle(1e-3, 1_000)]\nsealed partial class O;",
        "[Adamax, Lion, Constant]\nsealed partial class O(double rate, double weightDecay);",
        "[Lion(WeightDecay = 0.1), Warmup(Fraction = 0.1), LinearDecay(1e-4, 0)]\nsealed partial class O(long trainingSteps);",
        "[Lamb(TrustClip = true), Warmup(3_125), LinearDecay(2e-3, to: 0, steps: 31_250)]\nsealed partial class O;",
        "[Lars(Momentum = 0.9, WeightDecay = 1e-6), Warmup(1_000), CosineDecay(4.8, steps: 100_000)]\nsealed partial class O;",
        "[RmsProp(Alpha = 0.9, Centered = true), ExponentialDecay(0.01, factor: 0.97, every: 1_000)]\nsealed partial class O;",
        "[Adagrad(RateDecay = 0.1), Constant(0.01), Constant(1e-6, Quantity = Quantity.Epsilon)]\nsealed partial class O;",
        "[Adadelta(Rho = 0.95), Constant(1)]\npartial class Outer<T> { [Adafactor(Epsilon1 = 1e-30), InverseSquareRoot(0.01, 100)] sealed partial class O; }",
        "[Muon(Iterations = 6, Adjustment = MuonAdjustment.MatchRmsAdamW), Warmup(200), LinearDecay(0.02, to: 0, steps: 10_000)]\nsealed partial class O;",
        "[ScheduleFreeAdamW(WarmupSteps = 500), Warmup(10), CosineDecay(2.5e-3, 10_000)]\nsealed partial class O;",
        "[ScheduleFreeSgd(StepPower = 1), Cooldown(10), Constant(1, Steps = 100)]\nsealed partial class O;",
    ];

    [Fact]
    public async Task No_mutated_source_brings_the_compiler_parts_down()
    {
        var random = new Random(Seed);
        var samples = RuleSamples.All.SelectMany(r => r.Wrong.Concat(r.Right)).Where(s => s.Start.Length == 0 && s.Source.StartsWith(Usings, StringComparison.Ordinal))
            .Select(s => Markup.Strip(s.Source)[Usings.Length..]).ToList();
        // Every fifth file is an optimizer.
        samples.AddRange(Enumerable.Range(0, samples.Count / 4).Select(i => s_optimizers[i % s_optimizers.Length]));
        for (int done = 0; done < s_files; done += FilesOfOneProject)
        {
            var sources = Enumerable.Range(done, FilesOfOneProject).Select(i => Mutate(samples[random.Next(samples.Count)], random)).ToList();
            if (await FailureAsync(sources) is null)
                continue;
            // Which one it was says more.
            foreach (string source in sources)
            {
                string? failure = await FailureAsync([source]);
                Assert.True(failure is null, failure + "\n" + source);
            }

            Assert.Fail((await FailureAsync(sources))!);
        }
    }

    [Fact]
    public async Task Failures_are_noticed()
    {
        var project = Project(["static class Empty;"]);
        Assert.Null(await FailureAsync(["static class Empty;"]));
        var failing = await project.WithAnalyzers([new Failing()]).GetAnalyzerDiagnosticsAsync();
        Assert.Contains(failing, d => d.Id == "AD0001");
    }

    /// <summary>What failed in a project of these files; null where nothing did.</summary>
    private static async Task<string?> FailureAsync(IReadOnlyList<string> sources)
    {
        var (completed, failures) = Consumer.Generate(Project(sources));
        var diagnostics = (await Consumer.AnalyzeAsync(completed)).AddRange(failures);
        return diagnostics.FirstOrDefault(d => !d.Id.StartsWith("LRG", StringComparison.Ordinal)) is { } failure
            ? failure + "\n" + failure.Descriptor.Description.ToString(CultureInfo.InvariantCulture)
            : null;
    }

    /// <summary>Each file has a namespace of its own, so that the samples' types do not meet.</summary>
    private static CSharpCompilation Project(IReadOnlyList<string> sources)
    {
        var options = new CSharpParseOptions(LanguageVersion.Latest);
        var trees = sources.Select((s, i) => CSharpSyntaxTree.ParseText(Usings + "namespace Sample" + i + "\n{\n" + s + "\n}\n", options, path: "Source" + i + ".cs"));
        return Consumer.Empty(string.Concat(sources)).AddSyntaxTrees([.. trees]);
    }

    private static string Mutate(string source, Random random)
    {
        int changes = random.Next(1, 4);
        for (int i = 0; i < changes && source.Length > 0; i++)
            source = Change(source, random);
        return source;
    }

    private static string Change(string source, Random random)
    {
        if (random.Next(6) == 0)
            return source[..random.Next(source.Length)];
        var tokens = CSharpSyntaxTree.ParseText(source).GetRoot().DescendantTokens().Where(t => t.Span.Length > 0).ToList();
        if (tokens.Count == 0)
            return source;
        SyntaxToken one = tokens[random.Next(tokens.Count)], other = tokens[random.Next(tokens.Count)];
        switch (random.Next(4))
        {
            case 0:
                return source.Remove(one.SpanStart, one.Span.Length);
            case 1:
                return source.Insert(one.SpanStart, one.Text + " ");
            case 2:
                return source.Remove(one.SpanStart, one.Span.Length).Insert(one.SpanStart, other.Text);
            default:
                var numbers = Regex.Matches(source, @"(?<![\w.])\d[\d_.]*(e-?\d+)?");
                if (numbers.Count == 0)
                    return source;
                var number = numbers[random.Next(numbers.Count)];
                return source.Remove(number.Index, number.Length).Insert(number.Index, s_numbers[random.Next(s_numbers.Length)]);
        }
    }

    /// <summary>An analyzer that is wrong, to see that the test would see it.</summary>
#pragma warning disable RS1001 // No host is to find it.
    private sealed class Failing : DiagnosticAnalyzer
#pragma warning restore RS1001
    {
        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => Rules.Descriptors.All;

        public override void Initialize(AnalysisContext context)
        {
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.EnableConcurrentExecution();
            context.RegisterSymbolAction(_ => throw new InvalidOperationException("On purpose."), SymbolKind.NamedType);
        }
    }
}
