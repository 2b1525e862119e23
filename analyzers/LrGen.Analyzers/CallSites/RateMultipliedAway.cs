using LrGen.Analyzers.Reading;
using LrGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LrGen.Analyzers.CallSites;

/// <summary>A rate that the loop over batches multiplies until nothing is left of it.</summary>
internal sealed class RateMultipliedAway : CallSiteRule
{
    /// <summary>Epochs of fewer batches, and trainings of fewer epochs, are no usual ones; nothing is known of either here.</summary>
    private const double FewBatches = 100, FewEpochs = 10;

    private const double Nothing = 1e-12;

    public override DiagnosticDescriptor Descriptor => RateUnderflows.Rule;

    public override void Check(TrainingReading reading, TrainingFindings findings)
    {
        foreach (var write in RateFactors.In(reading))
        {
            if (write.Factor is not (> 0 and < 1 and var factor) || write.Event.Place.InnerLoop is not { } inner
                || write.Event.Place.BranchIn(inner) is not null
                || inner.Outer?.InnerLoop is not { } outer || inner.Loop!.Over == LoopOver.Epochs || write.HasFloor
                || !reading.All(EventKind.Step).Any(s => s.Thing?.Kind == ThingKind.Optimizer && ReferenceEquals(s.Place.InnerLoop, inner))
                    || findings.PlaceOf(write.Event) is not { } place)
                continue;
            double rounds = (inner.Loop.Count?.Number ?? FewBatches) * (outer.Loop!.Count?.Number ?? FewEpochs);
            double left = 1, count = 0;
            for (; left >= Nothing && count < rounds; count++)
                left *= factor;
            if (left < Nothing)
            {
                findings.Add(At(place, "'" + Code(write.Event.Operation)
                    + "' runs after every batch, and leaves less than 1e-12 of the rate after "
                    + Text(count) + " of them; multiply once an epoch"));
            }
        }
    }
}
