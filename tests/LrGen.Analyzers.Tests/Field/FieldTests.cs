using System.Text.RegularExpressions;
using LrGen.Analyzers.Rules;
using LrGen.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LrGen.Analyzers.Tests.Field;

/// <summary>
/// Training code as people write it, in the files beside this one: the comment above a class names the rule that has to speak, and no other
/// error or warning may. What people read of it in the README is printed here.
/// </summary>
public partial class FieldTests
{
    /// <summary>Rules that only inform, and are what some of the classes are about.</summary>
    private static readonly string[] s_informing = [RuleIds.LossNotDivided, RuleIds.RateSetAfterStep, RuleIds.OptimizerRateReplaced,
        RuleIds.PlateauPerBatch, RuleIds.WeightDecayStrong, RuleIds.GradientsNeverZeroed];

    private static readonly Lazy<Task<IReadOnlyList<Case>>> s_cases = new(ReadAsync);

    /// <summary>One class: what has to be said of it, and what is.</summary>
    private sealed record Case(string Name, string Expected, IReadOnlyList<Diagnostic> Found)
    {
        public bool IsClean => Expected.StartsWith('-');

        public IEnumerable<string> Ids => Found.Select(d => d.Id).Distinct();

        public bool IsRight => IsClean ? !Loud.Any() : Ids.Contains(Expected) && Loud.All(i => i == Expected);

        private IEnumerable<string> Loud => Found.Where(d => d.Severity >= DiagnosticSeverity.Warning).Select(d => d.Id).Distinct();
    }

    [Fact]
    public async Task Each_mistake_is_found_and_nothing_else_is_said()
    {
        var cases = await s_cases.Value;
        var wrong = cases.Where(c => !c.IsRight).Select(c => c.Name + ": " + c.Expected + " expected, "
            + string.Join(", ", c.Found.Select(d => d.Id + " " + d.Severity + " " + d.GetMessage()))).ToList();
        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }

    [Fact]
    public async Task Code_of_others_gets_no_error() =>
        Assert.DoesNotContain((await s_cases.Value).SelectMany(c => c.Found), d => d.Severity == DiagnosticSeverity.Error);

    [Fact]
    public async Task Numbers_of_the_readme_are_those_of_the_files()
    {
        var cases = await s_cases.Value;
        int kinds = cases.Count(c => !c.IsClean), found = cases.Count(c => !c.IsClean && c.IsRight), clean = cases.Count(c => c.IsClean);
        string said = $"{found} of {kinds} shapes of mistakes in training code, {cases.Count(c => c.IsClean && !c.IsRight)} false alarms on {clean} that are right";
        TestContext.Current.TestOutputHelper!.WriteLine(said);
        string readme = File.ReadAllText(Path.Combine(Consistency.RulePages.AnalyzersFolder, "rules", "README.md")).ReplaceLineEndings(" ");
        Assert.Contains(said, readme, StringComparison.Ordinal);
    }

    /// <summary>A program without a class is read like any other, and what a class beside it does is said once.</summary>
    [Fact]
    public async Task Top_level_statements()
    {
        const string Program = """
            using System;
            using TorchSharp;
            using static TorchSharp.torch;

            var net = nn.Linear(4, 1);
            var optimizer = optim.Adam(net.parameters(), 1e-3);
            var scheduler = optim.lr_scheduler.StepLR(optimizer, 10, 0.5);
            const int epochs = 30;
            for (int epoch = 0; epoch < epochs; epoch++)
                Epoch();
            new Other().Run(net);

            void Epoch()
            {
                for (int i = 0; i < 400; i++)
                {
                    optimizer.zero_grad();
                    nn.functional.mse_loss(net.call(rand(8, 4)), rand(8, 1)).backward();
                    optimizer.step();
                    scheduler.step();
                }
            }

            class Other
            {
                public void Run(nn.Module<Tensor, Tensor> net)
                {
                    var own = optim.Adam(net.parameters(), 1e-3);
                    foreach (int i in System.Linq.Enumerable.Range(0, 10))
                    {
                        nn.functional.mse_loss(net.call(rand(8, 4)), rand(8, 1)).backward();
                        own.step();
                    }
                }
            }
            """;
        var compilation = Consumer.Compile(Program).WithOptions(new CSharpCompilationOptions(OutputKind.ConsoleApplication));
        Assert.Empty(compilation.GetDiagnostics(TestContext.Current.CancellationToken).Where(d => d.Severity == DiagnosticSeverity.Error));
        var found = (await Consumer.AnalyzeAsync(compilation)).Where(d => d.Severity >= DiagnosticSeverity.Warning || d.Id == RuleIds.GradientsNeverZeroed);
        Assert.Equal([RuleIds.GradientsNeverZeroed, RuleIds.UnitsDiffer], found.Select(d => d.Id).Order(StringComparer.Ordinal));
    }

    private static async Task<IReadOnlyList<Case>> ReadAsync()
    {
        var cases = new List<Case>();
        foreach (string file in Directory.GetFiles(Path.Combine(Path.GetDirectoryName(Consistency.RulePages.AnalyzersFolder)!, "tests",
            "LrGen.Analyzers.Tests", "Field"), "*.txt").Order(StringComparer.Ordinal))
        {
            const string Usings = "global using System;\nglobal using System.IO;\nglobal using System.Linq;\nglobal using System.Collections.Generic;\n";
            var compilation = Consumer.Compile(Usings + await File.ReadAllTextAsync(file));
            var (completed, failures) = Consumer.Generate(compilation);
            Assert.Empty(failures);
            Assert.Empty(completed.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error));
            var diagnostics = (await Consumer.AnalyzeAsync(completed)).Where(d => d.Severity >= DiagnosticSeverity.Warning || s_informing.Contains(d.Id)
                || d.Id == "AD0001").ToList();
            var root = (CompilationUnitSyntax)await compilation.SyntaxTrees[0].GetRootAsync();
            string? expected = null;
            foreach (var type in root.Members.OfType<BaseNamespaceDeclarationSyntax>().SelectMany(n => n.Members).OfType<TypeDeclarationSyntax>())
            {
                // A class without a comment belongs to the one before it.
                var comment = type.GetLeadingTrivia().LastOrDefault(t => t.IsKind(SyntaxKind.SingleLineCommentTrivia)).ToString();
                expected = Mark().Match(comment) is { Success: true } mark ? mark.Groups[1].Value : comment.Contains("rule of its own",
                    StringComparison.Ordinal) ? RuleIds.BetasUnusual
                    : comment.StartsWith("// - ", StringComparison.Ordinal) ? "-" : expected;
                var found = diagnostics.Where(d => type.FullSpan.Contains(d.Location.SourceSpan)).ToList();
                if (comment.Length == 0 && cases.Count > 0)
                    cases[^1] = cases[^1] with { Found = [.. cases[^1].Found, .. found] };
                else if (expected is not null)
                    cases.Add(new Case(type.Identifier.ValueText, expected, found));
            }
        }

        return cases;
    }

    [GeneratedRegex(@"^// (LRG\d{3})")]
    private static partial Regex Mark();
}
