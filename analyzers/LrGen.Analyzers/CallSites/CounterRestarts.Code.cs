using LrGen.Analyzers.Reading;
using LrGen.Analyzers.TorchSharp;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LrGen.Analyzers.CallSites;

/// <summary>Optimizers and schedulers that begin again with each epoch, and schedulers that a resumed training forgets.</summary>
internal sealed partial class CounterRestarts
{
    private static readonly HashSet<string> s_starts = new(StringComparer.OrdinalIgnoreCase) { "start", "resume", "resumed", "first", "initial", "begin",
        "completed" };

    public override void Check(TrainingReading reading, TrainingFindings findings)
    {
        foreach (var thing in reading.Things)
        {
            if (!thing.IsMade || thing.Place.ThrowsOnPurpose || !reading.Owns(thing.Call))
                continue;
            if (thing.Kind == ThingKind.Optimizer)
                CheckOptimizer(thing, reading, findings);
            else
                CheckScheduler(thing, reading, findings);
        }
    }

    /// <summary>The loop over epochs in each round of which a thing is made; null where there is none.</summary>
    private static Place? EpochsOf(Thing thing) =>
        thing.Place!.Loops().FirstOrDefault(l => l.Loop!.Over == LoopOver.Epochs) is { } epochs && thing.Place.BranchIn(epochs) is null ? epochs : null;

    private void CheckOptimizer(Thing optimizer, TrainingReading reading, TrainingFindings findings)
    {
        // Plain gradient descent has nothing to forget, and who gives another rate each time means it.
        bool hasState = optimizer.Type is not "SGD" || optimizer.Number("momentum") is > 0;
        if (!hasState || EpochsOf(optimizer) is not { } epochs || optimizer.Place!.LoopsIn(epochs).Any()
            || OptimizerCalls.RateArgument(optimizer.Creation!) is { } rate && !IsFixed(rate, epochs)
            || optimizer.Call is not { } call || !IsOlder(call, epochs))
            return;
        var updates = reading.Of(optimizer, EventKind.Step).Where(s => s.Place.IsIn(epochs)).ToList();
        if (updates.Exists(u => u.Place.LoopsIn(epochs).Any()) && !reading.Of(optimizer, EventKind.Load).Any())
        {
            findings.Add(Beside(call, [epochs.Operation!], "The " + optimizer.Type + " is made again in every epoch, and forgets its "
                + (optimizer.Type == "SGD" ? "momentum" : "moments") + "; make it before the loop over epochs"), optimizer);
        }
    }

    private static bool IsFixed(IOperation rate, Place epochs) => rate.Number() is not null
        || rate.Variable() is { } variable && epochs.Operation is { } loop && !loop.Descendants().Any(o =>
            o is IAssignmentOperation assignment && SymbolEqualityComparer.Default.Equals(assignment.Target.Variable(), variable)
            || o is IVariableDeclaratorOperation declarator && SymbolEqualityComparer.Default.Equals(declarator.Symbol, variable));

    /// <summary>Whether what an optimizer moves is from before the loop: a new network has a new optimizer.</summary>
    private static bool IsOlder(IOperation call, Place epochs)
    {
        if (epochs.Operation is not { } loop)
            return false;
        var made = new HashSet<ISymbol>(loop.Descendants().Select(o => o switch
        {
            IVariableDeclaratorOperation declarator => declarator.Symbol,
            ISimpleAssignmentOperation assignment => assignment.Target.Variable(),
            _ => null,
        }).Where(v => v is not null)!, SymbolEqualityComparer.Default);
        return call.IsIn(loop) && call.Descendants().All(o => o.Variable() is not { } variable || !made.Contains(variable));
    }

    /// <summary>The loop in each round of which a scheduler is made and moved on once, whatever the loop is over; null where there is none.</summary>
    private static Place? RoundOf(Thing scheduler, List<TrainingEvent> steps) => scheduler.Place!.InnerLoop is { } loop && scheduler.Place.BranchIn(loop) is null
        && steps.Count > 0 && steps.TrueForAll(s => ReferenceEquals(s.Place.InnerLoop, loop)) ? loop : null;

    private void CheckScheduler(Thing scheduler, TrainingReading reading, TrainingFindings findings)
    {
        var steps = reading.Of(scheduler, EventKind.Step).ToList();
        if ((EpochsOf(scheduler) ?? RoundOf(scheduler, steps)) is { } epochs)
        {
            bool isOlder = scheduler.Optimizer is { } optimizer && (optimizer.Place is null || !optimizer.Place.IsIn(epochs));
            if (steps.Count > 0 && steps.TrueForAll(s => s.Place.IsIn(epochs)) && isOlder && !findings.IsExplained(scheduler))
            {
                findings.Add(Beside(scheduler.Call!, [epochs.Operation!],
                    "The " + scheduler.Type + " is made again in every epoch, and starts again with it; make it before the loop over epochs"), scheduler);
            }

            return;
        }

        // TorchSharp's schedulers have no state to load. Who moves one on to where it was calls step in a second place.
        if (scheduler.Type is "ReduceLROnPlateau" or "SequentialLR" or "ChainedLR" || scheduler.Whole is not null
            || scheduler.Call!.Argument("last_epoch") is not null
            || scheduler.Optimizer is not { } own)
            return;
        var loads = reading.Of(own, EventKind.Load).Where(l => l.Place.InnerLoop is null && !l.IsHanded).ToList();
        var moves = steps.Where(s => s.Place.InnerLoop is not null && !s.IsHanded && s.Call!.Arguments.All(a =>
            a.ArgumentKind == ArgumentKind.DefaultValue)).ToList();
        if (steps.Count == 1 && moves.Count == 1 && loads.Find(l => Place.Common(l.Place, moves[0].Place) is not null
            && l.Order < moves[0].Order) is { } load)
        {
            findings.Add(At(scheduler.Call!, "The " + scheduler.Type + " starts at step 0, although '" + Code(load.Operation)
                + "' goes on with a training; a declaration goes on from the saved step"));
        }
        else if (moves.Count > 1 && moves.Find(m => IsReplay(m, own, reading)) is { } replay && loads.Find(l => l.Order < replay.Order
            && Place.Common(l.Place, replay.Place) is not null) is { } before
            && findings.PlaceOf(replay) is { } place)
        {
            findings.Add(At(place, "'" + Code(before.Operation) + "' restores a rate that has decayed, and moving the " + scheduler.Type
                + " on to where it was decays it once more; load the state after this, or use a declaration, which goes on from the saved step"), scheduler);
        }
        else if (steps.Count == 1 && moves is [{ Place.InnerLoop: { } loop } move] && loop.Loop is { Counter: { } counter, From: null }
            && Words.IsEpoch(counter.Name)
            && StartOf(loop) is { } start && findings.PlaceOf(move) is not null && Place.Common(scheduler.Place!, move.Place) is not null)
        {
            findings.Add(At(scheduler.Call!, "The " + scheduler.Type + " starts at step 0, and the epochs at '" + start
                + "'; a declaration goes on from the saved step"), scheduler);
        }
    }

    /// <summary>Whether a loop does nothing but move a scheduler on.</summary>
    private static bool IsReplay(TrainingEvent move, Thing optimizer, TrainingReading reading) => move.Place.InnerLoop is { } loop
        && !reading.Of(optimizer, EventKind.Step).Any(u => u.Place.IsIn(loop)) && !reading.All(EventKind.Backward).Any(b => b.Place.IsIn(loop));

    /// <summary>The name of the first epoch, where it says that a training goes on.</summary>
    private static string? StartOf(Place loop)
    {
        if (loop.Operation is not IForLoopOperation { Before: [var before, ..] } || loop.Loop!.Counter is not { } counter)
            return null;
        foreach (var declarator in before.Descendants().OfType<IVariableDeclaratorOperation>())
        {
            if (SymbolEqualityComparer.Default.Equals(declarator.Symbol, counter) && declarator.GetVariableInitializer()?.Value.Name() is { } name
                && Words.Of(name).Any(s_starts.Contains))
                return name;
        }

        return null;
    }
}
