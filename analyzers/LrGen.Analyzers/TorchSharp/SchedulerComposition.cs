using LrGen.Analyzers.CallSites;
using LrGen.Analyzers.Conversions;
using LrGen.Generator.Schedules;
using Microsoft.CodeAnalysis;

namespace LrGen.Analyzers.TorchSharp;

/// <summary>Schedulers that make one curve together: what rules judge is that one, and no part of it.</summary>
/// <param name="Composed">The SequentialLR or ChainedLR.</param>
/// <param name="Members">Its parts, in order.</param>
/// <param name="Attributes">The attributes that say the same.</param>
internal sealed record SchedulerComposition(Creation Composed, IReadOnlyList<Creation> Members, IReadOnlyList<SpelledAttribute> Attributes)
{
    /// <summary>Those that begin at the optimizer's own rate, and multiply it.</summary>
    private static readonly HashSet<string> s_decays = ["StepLR", "MultiStepLR", "ExponentialLR", "CosineAnnealingLR", "PolynomialLR"];

    /// <summary>The compositions of a method that can be said in attributes.</summary>
    public static IEnumerable<SchedulerComposition> In(Body body)
    {
        foreach (var composed in body.Schedulers)
        {
            if (composed.Kind is not ("SequentialLR" or "ChainedLR"))
                continue;
            if (SequenceSpellings.Members(composed, body) is { } members && body.CreationOf(members[0].Optimizer, body.Optimizers) is { } optimizer
                && (composed.Kind == "ChainedLR" ? Chain(members, optimizer, body) : Sequence(composed, members, optimizer, body)) is { Count: > 0 } attributes)
            {
                yield return new SchedulerComposition(composed, members, attributes);
            }
        }
    }

    /// <summary>When the last part of a sequence begins; null for a chain, whose parts all begin at 0.</summary>
    public double? LastStart(Body body) =>
        Composed.Call.Argument("milestones") is { } milestones && body.Origin(milestones).Numbers() is [.., var last] ? last : null;

    /// <summary>The phases, with a line up to the rate of a decay as the warm-up that it is.</summary>
    private static IReadOnlyList<SpelledAttribute> Sequence(Creation sequence, IReadOnlyList<Creation> members, Creation optimizer, Body body)
    {
        var phases = SequenceSpellings.Of(sequence, members, optimizer, body);
        return phases.Count == members.Count && Warmup(members[0], body) is { } warmup && s_decays.Contains(members[1].Kind)
            ? [warmup, .. phases.Skip(1)]
            : phases;
    }

    /// <summary>A line up to 1 that a decay is multiplied by; empty for any other chain.</summary>
    private static IReadOnlyList<SpelledAttribute> Chain(IReadOnlyList<Creation> members, Creation optimizer, Body body)
    {
        if (members.Count != 2)
            return [];
        var (line, decay) = s_decays.Contains(members[1].Kind) ? (members[0], members[1]) : (members[1], members[0]);
        // The cosine goes to its floor and not to a share of it, whatever multiplies it.
        return s_decays.Contains(decay.Kind) && Warmup(line, body) is { } warmup && decay.Call.Argument("eta_min") is null
            ? [warmup.With("Join", (int)Join.Multiply, null), .. SchedulerDeclarations.Of(decay, optimizer, body)]
            : [];
    }

    /// <summary>The line of a LinearLR up to the optimizer's own rate; null for any other scheduler.</summary>
    private static SpelledAttribute? Warmup(Creation scheduler, Body body)
    {
        var call = scheduler.Call;
        return scheduler.Kind == "LinearLR" && Number("end_factor") is 1 && Number("start_factor") is > 0 and < 1 and var start
            ? new SpelledAttribute("Warmup").With("steps", Number("total_iters"), call.Argument("total_iters"))
                .With("FromRatio", start, call.Argument("start_factor"))
            : null;

        double? Number(string name) => body.NumberOf(call, name);
    }
}
