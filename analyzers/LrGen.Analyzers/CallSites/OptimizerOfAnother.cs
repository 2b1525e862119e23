using LrGen.Analyzers.Reading;
using LrGen.Analyzers.Rules;
using LrGen.Analyzers.TorchSharp;
using Microsoft.CodeAnalysis;

namespace LrGen.Analyzers.CallSites;

/// <summary>A line that was copied for a second optimizer, whose scheduler still gets the first.</summary>
internal sealed class OptimizerOfAnother : CallSiteRule
{
    private static readonly DiagnosticDescriptor s_rule = new(
        RuleIds.OptimizerOfAnother, "Scheduler is made for another optimizer",
        "'{0}' moves '{1}', which '{2}' moves already, and '{3}' has no scheduler; give it '{3}'",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleIds.HelpLink(RuleIds.OptimizerOfAnother));

    public override DiagnosticDescriptor Descriptor => s_rule;

    public override void Check(TrainingReading reading, TrainingFindings findings)
    {
        var optimizers = reading.Optimizers.Where(o => o is { IsMade: true, Variable: not null }).ToList();
        var schedulers = reading.Schedulers.Where(s => s is { IsMade: true, Variable: not null, Whole: null }).ToList();
        if (optimizers.Count < 2 || schedulers.Count != optimizers.Count || schedulers.Exists(s => s.Optimizer is null))
            return;
        var alone = optimizers.Where(o => !schedulers.Exists(s => ReferenceEquals(s.Optimizer, o))).ToList();
        if (alone is not [{ } left] || !reading.Of(left, EventKind.Step).Any())
            return;
        for (int i = 1; i < schedulers.Count; i++)
        {
            var copy = schedulers[i];
            if (schedulers.Take(i).FirstOrDefault(s => ReferenceEquals(s.Optimizer, copy.Optimizer)) is not { } original || original.Type != copy.Type
                || !reading.Owns(copy.Call!) || !ReferenceEquals(original.Place!.Entry, copy.Place!.Entry))
                continue;
            // Of two that are for one optimizer, the name says which was meant for the other.
            var wrong = IsNamedFor(original, left) && !IsNamedFor(copy, left) ? original : copy;
            var right = ReferenceEquals(wrong, copy) ? original : copy;
            var place = wrong.Call!.Argument("optimizer") ?? wrong.Call!;
            string? fix = left.Variable is ILocalSymbol or IFieldSymbol && place.Variable() is not null && place.SemanticModel?.LookupSymbols(place.Start(),
                name: left.Name).Length > 0
                ? left.Name : null;
            findings.Add(Diagnostic.Create(s_rule, place.Syntax.GetLocation(), ScheduleDiagnostic.Replacing(fix), wrong.Name, wrong.Optimizer!.Name,
                right.Name, left.Name), wrong, right);
        }
    }

    /// <summary>Whether the names of two have a word in common that says which they are: <c>schedD</c> and <c>optD</c>.</summary>
    private static bool IsNamedFor(Thing scheduler, Thing optimizer) => Words.Of(scheduler.Name).Last() is var word
        && (Words.Of(optimizer.Name).Contains(word, StringComparer.OrdinalIgnoreCase) || Words.Of(optimizer.Name).Last().Equals(word,
            StringComparison.OrdinalIgnoreCase));
}
