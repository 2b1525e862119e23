using System.Threading;
using LrGen.Analyzers.Review;
using LrGen.Generator.Declarations;
using LrGen.Generator.Schedules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LrGen.Analyzers.CallSites;

/// <summary>A declaration that code asks for rates: a method, or a struct.</summary>
internal sealed class ScheduleTarget
{
    private readonly Settings _settings;

    private ScheduleTarget(ISymbol symbol, ScheduleDeclaration declaration, LoweringResult lowered, Settings settings)
    {
        (Symbol, Declaration, Lowered, _settings) = (symbol, declaration, lowered, settings);
        Facts = TrainingFacts.Of(declaration.Training, settings);
        Review = ScheduleReview.Of(declaration, lowered, Facts);
    }

    public ISymbol Symbol { get; }

    public ScheduleDeclaration Declaration { get; }

    public LoweringResult Lowered { get; }

    /// <summary>What is known of its training without looking at the code that uses it.</summary>
    public TrainingFacts Facts { get; }

    /// <summary>The rate in front of its training; null for other quantities, and where the declaration has errors.</summary>
    public ScheduleReview? Review { get; }

    /// <summary>Whether it gives learning rates, and not another quantity.</summary>
    public bool IsRate => Review is not null;

    /// <summary>Whether it gives rates by itself, not only shares of one.</summary>
    public double? Peak => Review is { Curve: not null } review ? review.Peak : null;

    /// <summary>What its step parameter counts, where that is said or the parameter is named for it; null otherwise.</summary>
    public Unit? Counts
    {
        get
        {
            if (Facts.SaysCounts)
                return Facts.Counts;
            if (Symbol is not IMethodSymbol { Parameters: [var step, ..] })
                return null;
            return Words.IsEpoch(step.Name) ? Unit.Epochs : Words.IsStep(step.Name) ? Unit.Steps : null;
        }
    }

    /// <summary>Whether the declaration multiplies its rates by the batch size.</summary>
    public AttributeModel? BatchScale => Declaration.Attributes.FirstOrDefault(a => a.Name == nameof(BatchScale));

    /// <summary>The attribute with which metrics drive the rate; null where none does.</summary>
    public AttributeModel? Metric => Declaration.Attributes.FirstOrDefault(a => Families.Metric(a.Name) is not null);

    /// <summary>The facts with what code tells beside what is declared.</summary>
    public TrainingFacts FactsWith(IEnumerable<ArgumentModel> inferred) => TrainingFacts.Of(Declaration.Training, _settings, inferred);

    /// <summary>Reads a declaration; null for what is none, and for one that does not compile.</summary>
    public static ScheduleTarget? Of(ISymbol symbol, Compilation compilation, AnalyzerOptions options, CancellationToken cancellation)
    {
        if (DeclarationParser.Parse(symbol, compilation, cancellation) is not { Declaration: { Compiles: true } declaration })
            return null;
        return new ScheduleTarget(symbol, declaration, Judgements.Of(compilation).Lower(declaration), Settings.Of(symbol, options));
    }
}
