using LrGen.Analyzers.Reading;
using LrGen.Analyzers.TorchSharp;
using LrGen.Generator.Numerics;
using Microsoft.CodeAnalysis;

namespace LrGen.Analyzers.CallSites;

/// <summary>A rule about the code that uses schedules. One class is one rule: its text and its condition.</summary>
internal abstract class CallSiteRule
{
    /// <summary>The category of the rules about code that uses schedules.</summary>
    private protected const string Category = "LrGen.Usage";

    /// <summary>All of them; those first that say why another would speak.</summary>
    public static IReadOnlyList<CallSiteRule> All { get; } =
    [
        new IntegerArithmetic(), new ScaledByBatchTwice(), new PlateauWithoutMetric(), new OptimizerOfAnother(), new OptimizerReplaced(),
            new CounterRestarts(), new TwoSchedules(),
        new MicroBatches(), new UnitsDiffer(), new RateSetAfterStep(), new ResultUnused(), new RateAsFactor(), new FactorCompounds(), new CosineClimbsAgain(),
        new LossNotDivided(), new GradientsNeverZeroed(), new PathWithoutStep(), new OptimizerRateReplaced(), new LoadRestoresRate(), new PlateauPerBatch(),
        new MetricAgainstMode(), new DiffersFromPyTorch(), new DecaysAtEpochZero(), new RateMultipliedAway(),
    ];

    public abstract DiagnosticDescriptor Descriptor { get; }

    /// <summary>Reports what is wrong in a method, of the use of declarations.</summary>
    public virtual void Check(Body body, Action<Diagnostic> report)
    {
    }

    /// <summary>Reports what is wrong in the trainings of a type.</summary>
    public virtual void Check(TrainingReading reading, TrainingFindings findings)
    {
    }

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
