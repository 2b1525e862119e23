using LrGen.Analyzers.Rules;
using LrGen.Analyzers.Tests.Harness;
using LrGen.Generator.Declarations;
using LrGen.Generator.Search;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LrGen.Analyzers.Tests;

/// <summary>
/// The generator sees a project without the generated parts, the analyzer sees it with them, or without where generators run on save
/// only. Both have to find the same mistakes, and those that the sample marks.
/// </summary>
public class SameErrorsTests
{
    public static TheoryData<string> Names => [.. LongRun.Some(RuleTests.WrongNames.Select(n => n.Data), every: 4)];

    [Theory, MemberData(nameof(Names))]
    public async Task Parser_and_analyzer_agree_before_and_after_generation(string name)
    {
        var sample = RuleTests.Named(r => r.Wrong)[name];
        var before = Consumer.Compile(Markup.Strip(sample.Source), sample.Language);
        var (after, failures) = Consumer.Generate(before);
        Assert.Empty(failures);

        // What a schedule does to its training is no business of the parser.
        var problems = Enum.GetValues<ScheduleProblem>().Select(p => Descriptors.For(p).Id).ToHashSet();
        string[] quiet = [.. AnalyzerRun.Quiet(name[..6])];
        var marked = Markup.Ids(sample.Source);
        var ofParser = marked.Where(problems.Contains).ToList();
        Assert.Equal(ofParser, ParserIds(before));
        Assert.Equal(ofParser, ParserIds(after));
        // Code that uses a struct does not compile without its generated members.
        if (RuleSamples.All.Single(r => r.Id == name[..6] && r.Wrong.Any(s => s.Name == sample.Name)) is not CallSiteSamples)
            Assert.Equal(marked, (await AnalyzerIdsAsync(before, sample)).Where(id => !quiet.Contains(id)));
        Assert.Equal(marked, (await AnalyzerIdsAsync(after, sample)).Where(id => !quiet.Contains(id)));
    }

    private static async Task<IEnumerable<string>> AnalyzerIdsAsync(Compilation compilation, Sample sample) =>
        (await Consumer.AnalyzeAsync(compilation, sample.Settings)).Select(d => d.Id).Order(StringComparer.Ordinal);

    /// <summary>
    /// What the parser says of every target. A type that is not partial is said for every target inside it, but is one mistake.
    /// </summary>
    private static IEnumerable<string> ParserIds(Compilation compilation) => Targets(compilation)
        .SelectMany(target => ScheduleAnalyzer.Errors(target, compilation, default).Concat(ErrorsOfSpace(target, compilation)))
        .GroupBy(error => error is { Problem: ScheduleProblem.NotPartial } ? (object)(error.Problem, error.Details[1]) : new object())
        .Select(group => Descriptors.For(group.First().Problem).Id)
        .Order(StringComparer.Ordinal);

    private static IEnumerable<ScheduleError> ErrorsOfSpace(ISymbol target, Compilation compilation) =>
        target is INamedTypeSymbol type && SearchSpaceParser.IsSpace(type) && SearchSpaceParser.Parse(type, compilation, default) is { } parsed
            ? parsed.Errors.Select(e => e.Error)
            : [];

    private static IEnumerable<ISymbol> Targets(Compilation compilation)
    {
        var tree = compilation.SyntaxTrees.Single(t => t.FilePath == "Source.cs");
        var model = compilation.GetSemanticModel(tree);
        // A lambda is no declaration but an expression with a symbol; a partial method of two parts is one target.
        return tree.GetRoot().DescendantNodes()
            .Select(n => model.GetDeclaredSymbol(n) ?? (n is LambdaExpressionSyntax ? model.GetSymbolInfo(n).Symbol : null))
            .Where(s => s is IMethodSymbol or INamedTypeSymbol)
            .Select(s => s is IMethodSymbol { PartialDefinitionPart: { } definition } ? definition : s!)
            .Distinct<ISymbol>(SymbolEqualityComparer.Default);
    }
}
