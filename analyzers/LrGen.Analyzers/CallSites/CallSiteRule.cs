using LrGen.Analyzers.TorchSharp;
using LrGen.Generator.Numerics;
using Microsoft.CodeAnalysis;

namespace LrGen.Analyzers.CallSites;

/// <summary>A rule about the code that uses schedules. One class is one rule: its text and its condition.</summary>
internal abstract class CallSiteRule
{
    /// <summary>The category of the rules about code that uses schedules.</summary>
    private protected const string Category = "LrGen.Usage";

    /// <summary>All of them, in the order of their ids.</summary>
    public static IReadOnlyList<CallSiteRule> All { get; } =
    [
        new IntegerArithmetic(), new CosineClimbsAgain(), new ScaledByBatchTwice(), new LossNotDivided(), new UnitsDiffer(), new TwoSchedules(),
        new RateSetAfterStep(),
        new CounterRestarts(), new PathWithoutStep(), new ResultUnused(), new OptimizerReplaced(), new RateAsFactor(), new OptimizerRateReplaced(),
        new LoadRestoresRate(), new PlateauWithoutMetric(), new PlateauPerBatch(), new MetricAgainstMode(), new DiffersFromPyTorch(),
    ];

    public abstract DiagnosticDescriptor Descriptor { get; }

    /// <summary>Reports what is wrong in a method.</summary>
    public abstract void Check(Body body, Action<Diagnostic> report);

    private protected static string Text(double number) => NumberText.Friendly(number);

    /// <summary>Code as a message quotes it: on one line, and not too long.</summary>
    private protected static string Code(IOperation operation)
    {
        string text = string.Join(" ", operation.Syntax.ToString().Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
        return text.Length <= 60 ? text : text.Substring(0, 57) + "...";
    }

    private protected static bool Same(ISymbol? a, ISymbol? b) => TorchTypes.Same(a, b);

    private protected Diagnostic At(IOperation place, params string[] details) => Diagnostic.Create(Descriptor, place.Syntax.GetLocation(), [.. details]);

    /// <summary>A diagnostic with the code that a fix writes in its place; null where a person has to find it.</summary>
    private protected Diagnostic Mended(IOperation place, string? replacement, params string[] details) => Diagnostic.Create(
        Descriptor, place.Syntax.GetLocation(), ScheduleDiagnostic.Replacing(replacement), [.. details]);

    /// <summary>A diagnostic with the other places that a fix edits; none where there is no plain edit.</summary>
    private protected Diagnostic Beside(IOperation place, IEnumerable<IOperation> others, params string[] details) =>
        Diagnostic.Create(Descriptor, place.Syntax.GetLocation(), others.Select(o => o.Syntax.GetLocation()), [.. details]);

    /// <summary>A diagnostic with the statement that a fix writes, and beside what; null where a person has to find it.</summary>
    private protected Diagnostic Suggested(IOperation place, (SuggestedCode Code, IOperation? Beside)? suggested, params string[] details) => Diagnostic.Create(
        Descriptor, place.Syntax.GetLocation(), suggested?.Beside is { } beside ? [beside.Syntax.GetLocation()] : null,
        suggested?.Code.ToProperties(), [.. details]);
}
