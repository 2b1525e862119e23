using System.Collections.Concurrent;
using LrGen.Analyzers.Memory;
using LrGen.Analyzers.Rules;
using LrGen.Generator.Declarations;
using LrGen.Generator.Schedules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LrGen.Analyzers.Review;

/// <summary>What there is to say of a declaration: what is wrong with it, and what it does to its training.</summary>
/// <param name="Errors">What the lowering finds.</param>
/// <param name="Findings">What the rules find, in their order.</param>
/// <param name="Failure">What threw while the rules looked at it; null where nothing did.</param>
internal sealed record Judgement(
    IReadOnlyList<ScheduleError> Errors, IReadOnlyList<(CurveRule Rule, Finding Finding)> Findings, string? Failure);

/// <summary>
/// Judgements of earlier keys. Nothing but a declaration and the settings of its file goes into one, both compared by value, so that an edit
/// makes the rules look at the declarations that it changed.
/// </summary>
internal sealed class Judgements
{
    /// <summary>More declarations than projects have; one that has more judges those again that it has not looked at for long.</summary>
    private const int MostJudgements = 8_192, MostLowered = 1_024;

    private static readonly CompilationMemory<Judgements> s_memory = new();

    private readonly BoundedMemory<Case, Judgement> _judgements = new(Judge, MostJudgements);
    private readonly BoundedMemory<ScheduleDeclaration, LoweringResult> _lowered = new(ScheduleLowering.Lower, MostLowered);

    /// <summary>Gets how many judgements were made, not remembered.</summary>
    public int Made => _judgements.Computed;

    /// <summary>The judgements that the analysis of a compilation can use.</summary>
    public static Judgements Of(Compilation compilation) => s_memory.Of(compilation);

    /// <summary>Has the analysis of a compilation use these judgements, not those of the compilation before it.</summary>
    public static void Share(Compilation compilation, Judgements judgements) => s_memory.Share(compilation, judgements);

    public Judgement On(ScheduleDeclaration declaration, Settings settings) => _judgements.Get(new Case(declaration, settings));

    /// <summary>The curves of a declaration, for rules about the code that uses them.</summary>
    public LoweringResult Lower(ScheduleDeclaration declaration) => _lowered.Get(declaration);

    private static Judgement Judge(Case one)
    {
        var (declaration, settings) = one;
        var lowered = ScheduleLowering.Lower(declaration);
        var findings = new List<(CurveRule, Finding)>();
        string? failure = null;
        InternalFailure.Contain(() => Review(declaration, settings, lowered, findings), what => failure = what);
        return new Judgement(lowered.Errors, findings, failure);
    }

    private static void Review(ScheduleDeclaration declaration, Settings settings, LoweringResult lowered, List<(CurveRule, Finding)> findings)
    {
        var facts = TrainingFacts.Of(declaration.Training, settings, ofRule: OptimizerFacts.Of(declaration, lowered));
        if (ScheduleReview.Of(declaration, lowered, facts) is not { } review)
            return;
        foreach (var rule in CurveRule.All)
        {
            if (rule.Check(review) is { } finding)
                findings.Add((rule, finding));
        }
    }

    private sealed record Case(ScheduleDeclaration Declaration, Settings Settings);
}

/// <summary>The settings of files, read once in the analysis of a compilation.</summary>
internal sealed class FileSettings(AnalyzerOptions options)
{
    private readonly ConcurrentDictionary<SyntaxTree, Settings> _ofFiles = new();

    /// <summary>The settings of the file in which a declaration has its attributes.</summary>
    public Settings Of(ISymbol declaration) => Of(AttributeNames.On(declaration)[0].ApplicationSyntaxReference!.SyntaxTree);

    /// <summary>The settings of a file.</summary>
    public Settings Of(SyntaxTree file) => _ofFiles.GetOrAdd(file, f => Settings.Of(f, options));
}
