using LrGen.Analyzers.Reading;
using LrGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;

namespace LrGen.Analyzers.CallSites;

/// <summary>A plateau scheduler of TorchSharp's that is moved on like any other.</summary>
internal sealed class PlateauWithoutMetric : CallSiteRule
{
    private static readonly DiagnosticDescriptor s_rule = new(
        RuleIds.PlateauWithoutMetric, "Plateau scheduler needs the metric",
        "'{0}' gives the ReduceLROnPlateau no metric to judge by; call step with the validation loss, as a double",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleIds.HelpLink(RuleIds.PlateauWithoutMetric));

    public override DiagnosticDescriptor Descriptor => s_rule;

    public override void Check(TrainingReading reading, TrainingFindings findings)
    {
        // One call can move one of several schedulers: all of them have to be plateaus.
        foreach (var call in reading.All(EventKind.Step).Where(s => s.Thing?.Kind == ThingKind.Scheduler).GroupBy(s => (s.Operation, s.Place)))
        {
            // step(int? epoch) takes an integer for an epoch, not for a metric.
            var first = call.First();
            if (!first.IsHanded && !first.Place.ThrowsOnPurpose && !first.MayBeOther
                && first.Call!.TargetMethod.Parameters is [] or [{ Type.SpecialType: not SpecialType.System_Double }]
                && call.All(s => s.Thing is { IsMade: true, Type: "ReduceLROnPlateau" }) && findings.PlaceOf(first) is { } place)
            {
                findings.Add(At(place, Code(first.Operation)), first.Thing);
            }
        }
    }
}
