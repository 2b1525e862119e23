using LrGen.Analyzers.CallSites;
using LrGen.Analyzers.Reading;

namespace LrGen.Analyzers.TorchSharp;

/// <summary>How long a training is, in the steps of one of TorchSharp's schedulers.</summary>
internal static class SchedulerLength
{
    /// <summary>How often a scheduler is moved on, in whatever methods that is; null where it is not known at compile time.</summary>
    public static (double Count, bool MayBreak)? Of(Thing scheduler, TrainingReading reading) =>
        reading.Of(scheduler, EventKind.Step).ToList() is [{ IsHanded: false, IsCertain: true, Place: var place }] && scheduler is { IsMade: true,
            Escapes: false }
        && place.InnerLoop is not null && (Place.Common(place, scheduler.Place) ?? place.Entry) is var common
            && place.LoopsIn(common).LastOrDefault() is { } outermost
        && place.BranchIn(outermost) is null
            ? TrainingReading.Rounds(place, common)
            : null;

    /// <summary>How often a scheduler is moved on in one method; null where that is not known at compile time.</summary>
    public static (double Count, bool MayBreak)? Of(Creation scheduler, Body body)
    {
        if (scheduler.Variable is not { } variable)
            return null;
        var steps = body.SchedulerSteps.Where(s => Microsoft.CodeAnalysis.SymbolEqualityComparer.Default.Equals(s.Variable, variable)).ToList();
        if (steps is not [var step] || step.Call.IsInLambda() || step.Call.Loop() is not { } loop
            || step.Call.Branch(step.Call.Loops().Last().Body) is not null)
            return null;
        return LoopCounts.Rounds(step.Call, scheduler.Call);
    }
}
