using LrGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;

namespace LrGen.Analyzers.CallSites;

/// <summary>A new rate that the loaded state of the optimizer replaces with the old one.</summary>
internal sealed class LoadRestoresRate : CallSiteRule
{
    private static readonly DiagnosticDescriptor s_rule = new(
        RuleIds.LoadRestoresRate, "Loaded state restores the old rate",
        "'{0}' below loads the rate that was saved, so that this one is never used; set the rate after it",
        Category, DiagnosticSeverity.Info, isEnabledByDefault: true, helpLinkUri: RuleIds.HelpLink(RuleIds.LoadRestoresRate));

    public override DiagnosticDescriptor Descriptor => s_rule;

    public override void Check(Body body, Action<Diagnostic> report)
    {
        foreach (var load in body.OptimizerLoads)
        {
            if (load.Variable is not { } optimizer)
                continue;
            var writes = body.RateWrites.Where(w => Same(w.Optimizer, optimizer) || w.Optimizer is null).ToList();
            if (writes.Any(w => w.Operation.Start() > load.Call.Start() || w.Optimizer is null) || body.Schedulers.Any(s => s.Optimizer is null
                || Same(s.Optimizer, optimizer)))
                continue;
            // Updates between the two use the rate.
            foreach (var write in writes)
            {
                if (body.OptimizerSteps.Any(s => s.Call.Start() > write.Operation.Start() && s.Call.Start() < load.Call.Start()))
                    continue;
                // Of several, one can be meant to go before another.
                report(Beside(write.Operation, writes.Count == 1 ? [load.Call] : [], Code(load.Call)));
            }
        }
    }
}
