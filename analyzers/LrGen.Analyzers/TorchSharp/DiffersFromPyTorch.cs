using LrGen.Analyzers.CallSites;
using LrGen.Analyzers.Conversions;
using LrGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LrGen.Analyzers.TorchSharp;

/// <summary>
/// Schedulers that do something else in TorchSharp 0.107 than in PyTorch, where code comes to the difference; tests/LrGen.Peers.Tests
/// measures each of them.
/// </summary>
internal sealed class DiffersFromPyTorch : CallSiteRule
{
    private static readonly DiagnosticDescriptor s_rule = new(
        RuleIds.DiffersFromPyTorch, "TorchSharp's scheduler differs from PyTorch's", "TorchSharp's {0} differs from PyTorch's: {1}; {2}",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleIds.HelpLink(RuleIds.DiffersFromPyTorch));

    /// <summary>The property with the title of a fix that writes what is right.</summary>
    public const string TitleKey = "Title";

    private const string Group = "group";

    public override DiagnosticDescriptor Descriptor => s_rule;

    public override void Check(Body body, Action<Diagnostic> report)
    {
        foreach (var scheduler in body.Schedulers)
        {
            var optimizer = body.CreationOf(scheduler.Optimizer, body.Optimizers);
            foreach (var (place, what, wayOut) in Differences(scheduler, optimizer, body))
                report(WithWayOut(scheduler, place, what, wayOut, body));
        }

        foreach (var step in body.SchedulerSteps)
        {
            if (step.Call.TargetMethod.Parameters is [{ Type.SpecialType: SpecialType.System_Double }, ..]
                && body.CreationOf(step.Variable, body.Schedulers) is { Kind: "ChainedLR" })
                report(At(step.Call, "ChainedLR", "it hands no metric on, and throws", "use [ReduceOnPlateau] beside a schedule on one struct"));
        }

        foreach (var read in body.LastRates)
        {
            if (body.CreationOf(read.Variable, body.Schedulers) is { Kind: "ReduceLROnPlateau" or "ChainedLR" } made)
            {
                report(Titled(read.Call, RateOfGroups(read.Call, made, body), "Read the rates of the optimizer's groups", made.Kind,
                    made.Kind == "ChainedLR" ? "get_last_lr() is null" : "get_last_lr() stays at the first rate",
                    "read the LearningRate of the optimizer's ParamGroups"));
            }
        }
    }

    /// <summary>A diagnostic with what is right in the place of it, or with PyTorch's schedule as a declaration, where either can stand there.</summary>
    private Diagnostic WithWayOut(Creation scheduler, IOperation place, string what, string wayOut, Body body)
    {
        if (scheduler.Call.Syntax is InvocationExpressionSyntax call && scheduler.Kind == "CyclicLR" && (ReferenceEquals(place, scheduler.Call)
            || ReferenceEquals(place, scheduler.Call.Argument("cycle_momentum"))))
        {
            string written = ReferenceEquals(place, scheduler.Call)
                ? call.Expression + call.ArgumentList.ToString().TrimEnd(')') + ", cycle_momentum: false)"
                : "false";
            return Titled(place, written, "Cycle the rate alone (cycle_momentum: false)", scheduler.Kind, what, wayOut);
        }

        if (place is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Syntax: MemberAccessExpressionSyntax group }, Value: var rate })
        {
            return Titled(place, group + " = " + group.Expression + ".InitialLearningRate = " + rate.Syntax, "Set the initial rate as well",
                scheduler.Kind, what, wayOut);
        }

        var declared = ConvertibleScheduler.Of(scheduler, Likeness.PyTorch, body);
        return Diagnostic.Create(s_rule, place.Syntax.GetLocation(), declared?.Places, declared?.Properties, scheduler.Kind, what, wayOut);
    }

    private static Diagnostic Titled(IOperation place, string? replacement, string title, params string[] details) => Diagnostic.Create(
        s_rule, place.Syntax.GetLocation(), ScheduleDiagnostic.Replacing(replacement)?.Add(TitleKey, title), [.. details]);

    /// <summary>The rates that an optimizer has; null where it is not at hand, or Linq is not.</summary>
    private static string? RateOfGroups(IOperation read, Creation scheduler, Body body)
    {
        if (scheduler.Optimizer is not { } optimizer || read.SemanticModel is not { } model || body.Known.Torch?.Optimizer is not { } type
            || !model.LookupSymbols(read.Start(), name: optimizer.Name).Contains(optimizer, SymbolEqualityComparer.Default)
            || model.LookupSymbols(read.Start(), name: Group).Length > 0)
            return null;
        var groups = type.GetMembers("ParamGroups").OfType<IPropertySymbol>().FirstOrDefault()?.Type as INamedTypeSymbol;
        return groups is not null && model.LookupSymbols(read.Start(), groups, "Select", includeReducedExtensionMethods: true).Length > 0
            ? optimizer.Name + ".ParamGroups.Select(" + Group + " => " + Group + ".LearningRate)"
            : null;
    }

    private static IEnumerable<(IOperation Place, string What, string WayOut)> Differences(Creation scheduler, Creation? optimizer, Body body)
    {
        var call = scheduler.Call;
        switch (scheduler.Kind)
        {
            case "CyclicLR":
                if (call.FlagOf("cycle_momentum") == true)
                {
                    const string WayOut = "give cycle_momentum: false, or use [Cyclic] for the rate and [PiecewiseInterpolated] for the momentum";
                    bool? hasMomentum = optimizer is null ? null : optimizer.Kind is "SGD" or "RMSProp";
                    yield return (call.Argument("cycle_momentum") ?? call, hasMomentum == false
                        ? "with " + optimizer!.Kind + ", which has no momentum to cycle, it throws"
                        : "it raises the momentum with the rate instead of lowering it", WayOut);
                }

                if (call.Argument("mode") is { } mode && mode.Unwrap() is IFieldReferenceOperation { Field.Name: "ExpRange" }
                    && call.NumberOf("gamma") is not (null or 1))
                    yield return (mode, "ExpRange takes gamma to the number of the cycle, not of the step", "use [Cyclic(…, Amplitude = CycleAmplitude.Exponential, Factor = …)]");
                break;
            case "OneCycleLR":
                int? groups = call.Argument("max_lr")?.Elements()?.Count ?? (optimizer is null ? null : OptimizerCalls.Groups(optimizer));
                if (groups > 1)
                    yield return (call, "with several groups of parameters all but the first stay in a wrong phase", "use [OneCycle], and assign its rate to each group");
                double? steps = call.NumberOf("total_steps") is > 0 and var total ? total : call.NumberOf("epochs") * call.NumberOf("steps_per_epoch");
                if (steps * call.NumberOf("pct_start") is { } rise && Math.Abs(rise - 1) < 1e-9)
                    yield return (call.Argument("pct_start") ?? call, "a rise of one step divides by 0, and the first rate is no number",
                        "use [OneCycle], or a longer rise");
                break;
            case "MultiStepLR":
                if (call.Argument("milestones") is { } given && body.Origin(given).Numbers() is { } milestones
                    && milestones.Distinct().Count() < milestones.Count)
                    yield return (given, "a milestone that is given twice counts once", "use [MilestoneDecay], where it counts twice, or the square of the factor");
                break;
        }

        if (call.Argument("last_epoch") is { } last && last.Number() is >= 0 && scheduler.Kind != "SequentialLR" && optimizer is not null
            && !body.OptimizerLoads.Any(l => Same(l.Variable, scheduler.Optimizer)))
        {
            yield return (last, "with last_epoch it takes the new optimizer's rate for the one of that epoch",
                "a declaration needs nothing but the step to go on from");
        }

        // LambdaLR starts from the group's initial rate, which is that of the constructor.
        if (scheduler.Kind == "LambdaLR" && optimizer is not null && !body.SetsInitialRate
            && body.RateWrites.FirstOrDefault(w => Same(w.Optimizer, scheduler.Optimizer) && w.Operation.Start() < call.Start()
            && w.Operation.Loops().All(TwoSchedules.IsOverGroups)) is { } write)
        {
            yield return (write.Operation, "it ignores a rate that is set after the optimizer was made", "give the rate to the optimizer, or set InitialLearningRate as well");
        }
    }
}
