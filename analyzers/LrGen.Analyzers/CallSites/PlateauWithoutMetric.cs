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

    public override void Check(Body body, Action<Diagnostic> report)
    {
        foreach (var step in body.SchedulerSteps)
        {
            // step(int? epoch) takes an integer for an epoch, not for a metric.
            if (step.Call.TargetMethod.Parameters is [] or [{ Type.SpecialType: not SpecialType.System_Double }]
                && body.CreationsOf(step.Variable, body.Schedulers) is { Count: > 0 } made && made.All(m => m.Kind == "ReduceLROnPlateau"))
            {
                report(At(step.Call, Code(step.Call)));
            }
        }
    }
}
