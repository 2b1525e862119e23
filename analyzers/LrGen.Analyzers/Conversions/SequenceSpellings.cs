using LrGen.Analyzers.CallSites;
using LrGen.Analyzers.TorchSharp;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LrGen.Analyzers.Conversions;

/// <summary>
/// TorchSharp's SequentialLR as phases: at each milestone the next scheduler begins from its own step 0 and from the optimizer's first rate
/// (tests/LrGen.Peers.Tests runs both).
/// </summary>
internal static class SequenceSpellings
{
    /// <summary>The schedulers of a sequence, or of a chain, in order; null where one is made elsewhere or used for anything else.</summary>
    public static IReadOnlyList<Creation>? Members(Creation sequence, Body body)
    {
        if (sequence.Call.Argument("schedulers")?.Elements() is not { Count: > 1 } elements)
            return null;
        var root = sequence.Call.Root();
        var members = new List<Creation>();
        foreach (var element in elements)
        {
            var made = element.Unwrap() is ILocalReferenceOperation { Local: var local }
                ? root.Descendants().OfType<ILocalReferenceOperation>().Count(r => TorchTypes.Same(r.Local, local)) == 1 ? body.CreationOf(local, body.Schedulers) : null
                : body.Schedulers.FirstOrDefault(s => ReferenceEquals(s.Call, element.Unwrap()));
            // A chain has no optimizer of its own.
            var optimizer = sequence.Kind != "ChainedLR" ? sequence.Optimizer : members.Count > 0 ? members[0].Optimizer : made?.Optimizer;
            if (made is null || !TorchTypes.Same(made.Optimizer, optimizer) || made.Call.Argument("last_epoch") is not null
                || made.Variable is not (null or ILocalSymbol) || !ReferenceEquals(made.Call.Place().Block, sequence.Call.Place().Block))
            {
                return null;
            }

            members.Add(made);
        }

        return members;
    }

    /// <summary>The attributes of all phases; empty where one has none, or does not end where the next begins.</summary>
    public static IReadOnlyList<SpelledAttribute> Of(Creation sequence, IReadOnlyList<Creation> members, Creation optimizer, Body body)
    {
        if (sequence.Call.Argument("milestones") is not { } place || body.Origin(place).Numbers() is not { } milestones || milestones.Count != members.Count - 1)
            return [];
        var phases = new List<SpelledAttribute>();
        double start = 0;
        for (int i = 0; i < members.Count; i++)
        {
            double? length = i < milestones.Count ? milestones[i] - start : null;
            var phase = Phase(members[i], optimizer, body, length, place);
            if (phase.Count == 0 || length <= 0)
                return [];
            phases.AddRange(phase);
            start += length ?? 0;
        }

        return phases;
    }

    /// <summary>One scheduler for so many steps, or for ever.</summary>
    private static IReadOnlyList<SpelledAttribute> Phase(Creation scheduler, Creation optimizer, Body body, double? length, IOperation milestones)
    {
        double? rate = OptimizerCalls.Rate(optimizer, body), steps = Number("total_iters");
        var given = Place("total_iters");
        switch (scheduler.Kind)
        {
            case "LinearLR" when steps is not null && (length is null || steps <= length):
                double? reached = rate * Number("end_factor");
                var line = new SpelledAttribute("LinearDecay").With("from", rate * Number("start_factor"), Place("start_factor"))
                    .With("to", reached, Place("end_factor")).With("steps", steps, given);
                return length is null || steps.Equals(length) ? [line] : [line, Level(reached, Place("end_factor"), length - steps, milestones)];
            case "ConstantLR" when steps is not null:
                var level = Level(rate * Number("factor"), Place("factor"), steps >= length ? length : steps, steps >= length ? milestones : given);
                return steps >= length ? [level] : [level, Level(rate, OptimizerCalls.RateArgument(optimizer), length - steps, milestones)];
            case "StepLR" or "MultiStepLR" or "ExponentialLR":
                return SchedulerDeclarations.Of(scheduler, optimizer, body) is [var endless]
                    ? [length is null ? endless : endless.With("Steps", length, milestones)]
                    : [];
            case "CosineAnnealingLR" when length is null || Number("T_max").Equals(length):
            case "PolynomialLR" when length is null || steps.Equals(length):
                var decay = SchedulerDeclarations.Of(scheduler, optimizer, body);
                // What would come after its end is the next phase.
                if (length is not null && decay is [var only])
                    only.Values.Remove("AfterEnd");
                return decay;
            default:
                return [];
        }

        double? Number(string name) => body.NumberOf(scheduler.Call, name);

        IOperation? Place(string name) => scheduler.Call.Argument(name);
    }

    private static SpelledAttribute Level(double? rate, IOperation? ratePlace, double? steps, IOperation? stepsPlace)
    {
        var level = new SpelledAttribute("Constant").With("rate", rate, ratePlace);
        return steps is null ? level : level.With("Steps", steps, stepsPlace);
    }
}
