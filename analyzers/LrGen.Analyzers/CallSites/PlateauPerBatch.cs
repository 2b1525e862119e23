using LrGen.Analyzers.Reading;
using LrGen.Analyzers.Review;
using LrGen.Analyzers.Rules;
using LrGen.Generator.Metrics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LrGen.Analyzers.CallSites;

/// <summary>A plateau that is looked for among the losses of single batches.</summary>
internal sealed class PlateauPerBatch : CallSiteRule
{
    /// <summary>Who is as patient as this looks at batches on purpose.</summary>
    private const double LongPatience = 100;

    private static readonly DiagnosticDescriptor s_rule = new(
        RuleIds.PlateauPerBatch, "Plateau is fed inside the batch loop",
        "'{0}' runs once a batch, whose losses go up and down, so that a patience of {1} is over within the first epoch; report once an epoch",
        Category, DiagnosticSeverity.Info, isEnabledByDefault: true, helpLinkUri: RuleIds.HelpLink(RuleIds.PlateauPerBatch));

    public override DiagnosticDescriptor Descriptor => s_rule;

    public override void Check(Body body, Action<Diagnostic> report)
    {
        foreach (var step in body.Reports)
        {
            if (body.Known.TargetOf(step.Call.TargetMethod.ContainingType, body.Cancellation) is { Metric: { } metric })
                Check(step.Call, ScheduleReview.Number(metric, "patience") ?? (metric.Name == nameof(ReduceOnPlateau) ? 10 : null), body, report);
        }
    }

    public override void Check(TrainingReading reading, TrainingFindings findings)
    {
        foreach (var step in reading.All(EventKind.Step))
        {
            // One loop alone can be one over epochs of a single batch.
            if (step is { IsHanded: false, Thing: { IsMade: true, Type: "ReduceLROnPlateau" } plateau, Call.Arguments.Length: > 0 }
                && plateau.Number("patience") is < LongPatience and var patience
                && step.Place.InnerLoop is { } loop && step.Place.Loops().Skip(1).Any() && step.Place.BranchIn(loop) is null
                && reading.All(EventKind.Step).Any(s => s.Thing?.Kind == ThingKind.Optimizer && ReferenceEquals(s.Place.InnerLoop, loop))
                    && findings.PlaceOf(step) is { } place)
            {
                findings.Add(At(place, Code(step.Operation), Text(patience)));
            }
        }
    }

    private void Check(IInvocationOperation call, double? patience, Body body, Action<Diagnostic> report)
    {
        // One loop alone can be one over epochs of a single batch.
        if (patience is < LongPatience && call.Loop() is { } loop && loop.Loops().Any() && call.Branch(loop.Body) is null
            && body.OptimizerSteps.Any(s => ReferenceEquals(s.Call.Loop(), loop)))
        {
            report(At(call, Code(call), Text(patience.Value)));
        }
    }
}
