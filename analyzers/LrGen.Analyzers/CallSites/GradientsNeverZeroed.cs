using LrGen.Analyzers.Reading;
using LrGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;

namespace LrGen.Analyzers.CallSites;

/// <summary>A loop that adds each gradient to all before it.</summary>
internal sealed class GradientsNeverZeroed : CallSiteRule
{
    private static readonly DiagnosticDescriptor s_rule = new(
        RuleIds.GradientsNeverZeroed, "Gradients are never zeroed",
        "Nothing zeroes the gradients of '{0}', so that each backward adds to all before it; call '{0}.zero_grad()' in the loop",
        Category, DiagnosticSeverity.Info, isEnabledByDefault: true, helpLinkUri: RuleIds.HelpLink(RuleIds.GradientsNeverZeroed));

    public override DiagnosticDescriptor Descriptor => s_rule;

    public override void Check(TrainingReading reading, TrainingFindings findings)
    {
        if (reading.All(EventKind.ZeroGrad).Any())
            return;
        foreach (var optimizer in reading.Optimizers)
        {
            // What code that is not read gets, it can zero.
            if (optimizer.Escapes || !optimizer.IsMade || !reading.Owns(optimizer.Call))
                continue;
            foreach (var step in reading.Of(optimizer, EventKind.Step))
            {
                if (step is { IsHanded: false, IsCertain: true } && step.Place.InnerLoop is { } loop && findings.PlaceOf(step) is { } place
                    && reading.All(EventKind.Backward).Any(b => b.Place.IsIn(loop) && !b.IsHanded && b.Order < step.Order))
                {
                    findings.Add(At(place, optimizer.Name));
                    break;
                }
            }
        }
    }
}
