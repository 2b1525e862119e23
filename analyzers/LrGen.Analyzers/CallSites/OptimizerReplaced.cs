using LrGen.Analyzers.Reading;
using LrGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LrGen.Analyzers.CallSites;

/// <summary>A scheduler that goes on with an optimizer that nobody uses any more.</summary>
internal sealed class OptimizerReplaced : CallSiteRule
{
    private static readonly DiagnosticDescriptor s_rule = new(
        RuleIds.OptimizerReplaced, "Optimizer is replaced after its scheduler was made", "{0}",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleIds.HelpLink(RuleIds.OptimizerReplaced));

    public override DiagnosticDescriptor Descriptor => s_rule;

    public override void Check(TrainingReading reading, TrainingFindings findings)
    {
        foreach (var later in reading.Optimizers)
        {
            if (later is not { IsMade: true, Variable: { } variable } || later.Place.ThrowsOnPurpose || !reading.Owns(later.Call)
                || reading.Schedulers.Any(s => ReferenceEquals(s.Optimizer, later) || s.IsMade && s.Optimizer is null))
                continue;
            if (reading.Schedulers.FirstOrDefault(s => IsLeftBehind(s, later, variable, reading)) is { } scheduler)
            {
                string which = scheduler.IsMade ? "the " + scheduler.Type + " above" : "'" + scheduler.Name + "', which is made before,";
                findings.Add(At(AssignmentOf(later.Call), "'" + variable.Name + "' is another optimizer from here on, and " + which
                    + " still has the old one, so that the rate stays; make the scheduler after this"), scheduler);
            }
        }
    }

    /// <summary>Whether a scheduler is moved on for an optimizer that another has replaced.</summary>
    private static bool IsLeftBehind(Thing scheduler, Thing later, ISymbol variable, TrainingReading reading)
    {
        var made = reading.Of(later, EventKind.Made).First();
        var moves = reading.Of(scheduler, EventKind.Step).Where(m => !m.IsHanded).ToList();
        var updates = reading.Of(later, EventKind.Step).Where(u => !u.IsHanded).ToList();
        if (moves.Count == 0 || updates.Count == 0 || scheduler.Whole is not null)
            return false;
        if (!scheduler.IsMade)
        {
            // One that the caller hands over was made before; it is for the optimizer that he hands over, or for one that he keeps.
            return scheduler is { Optimizer: null, Variable: IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Ordinary } } given }
                && moves.TrueForAll(m => ReferenceEquals(m.Place.Entry, made.Place.Entry) && m.Order > made.Order && m.Place.InnerLoop is not null)
                && made.Place.Entry.Operation is { } entry && SymbolEqualityComparer.Default.Equals(given.ContainingSymbol, MethodOf(entry))
                && made.Place.BranchIn(null) is null && made.Place.InnerLoop is null
                && !reading.All(EventKind.Step).Any(s => s.Thing is { Kind: ThingKind.Optimizer } other && !ReferenceEquals(other, later)
                    && ReferenceEquals(s.Place.Entry, made.Place.Entry))
                && reading.Schedulers.Count(s => reading.Of(s, EventKind.Step).Any()) == 1;
        }

        if (scheduler.Optimizer is not { } earlier || ReferenceEquals(earlier, later) || !SymbolEqualityComparer.Default.Equals(earlier.Variable, variable)
            || scheduler.Place.ThrowsOnPurpose)
            return false;
        bool isSameEntry = ReferenceEquals(scheduler.Place.Entry, made.Place.Entry);
        if (!isSameEntry)
            return variable is IFieldSymbol or IPropertySymbol && made.Place.Entry.Operation is not null;
        // What is made in each round of a loop is that round's.
        return reading.Of(scheduler, EventKind.Made).First().Order < made.Order && ReferenceEquals(scheduler.Place.InnerLoop, made.Place.InnerLoop)
            && moves.Exists(m => m.Order > made.Order);
    }

    private static ISymbol? MethodOf(IOperation body) => body.SemanticModel?.GetDeclaredSymbol(body.Syntax);

    private static IOperation AssignmentOf(IOperation made)
    {
        var parent = made.Parent;
        while (parent is IConversionOperation)
            parent = parent.Parent;
        return parent is ISimpleAssignmentOperation assignment ? assignment : made;
    }
}
