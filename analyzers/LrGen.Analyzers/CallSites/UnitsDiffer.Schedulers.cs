using LrGen.Analyzers.Reading;
using LrGen.Analyzers.TorchSharp;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LrGen.Analyzers.CallSites;

/// <summary>TorchSharp's schedulers that are moved on in another unit than that of their length.</summary>
internal sealed partial class UnitsDiffer
{
    /// <summary>Who multiplies by more than this may do so every few updates on purpose.</summary>
    private const double GentleFactor = 0.9;

    public override void Check(TrainingReading reading, TrainingFindings findings)
    {
        foreach (var scheduler in reading.Schedulers)
        {
            if (!scheduler.IsMade || scheduler.Whole is not null || findings.IsExplained(scheduler))
                continue;
            var steps = reading.Of(scheduler, EventKind.Step).ToList();
            foreach (var step in steps)
            {
                if (!step.IsHanded && findings.PlaceOf(step) is { } place && Message(scheduler, step, reading) is { } message)
                {
                    findings.Add(At(place, message), scheduler);
                    break;
                }
            }
        }
    }

    private static string? Message(Thing scheduler, TrainingEvent step, TrainingReading reading)
    {
        var updates = reading.All(EventKind.Step).Where(s => s.Thing?.Kind == ThingKind.Optimizer && !s.IsHanded
            && (scheduler.Optimizer is null || ReferenceEquals(s.Thing, scheduler.Optimizer))).ToList();
        if (updates.Count == 0)
            return null;
        if (scheduler.Optimizer is not null && updates.TrueForAll(u => IsOncePerMany(u.Place, step.Place)))
            return "The " + scheduler.Type + " moves on several times for each step of the optimizer; move it on once, beside the step";
        // if (++i % 4 == 0) optimizer.step(); scheduler.step();
        if (updates is [{ Place: var update }] && update.InnerLoop is { } round && ReferenceEquals(step.Place.InnerLoop, round)
            && step.Place.BranchIn(round) is null && update.BranchIn(round)?.Modulus() is { } every && !(every.Number() <= 1)
            && scheduler.Optimizer is not null && !MicroBatches.IsAccumulation(every, round, reading))
        {
            return "The " + scheduler.Type + " moves on in every round, and the optimizer steps in one of '" + every.Syntax + "'; move it on beside the step";
        }

        if (step.Place.InnerLoop is not { } inner || !IsDirect(step.Place, inner))
            return null;
        var horizon = SchedulerHorizon.Of(scheduler);
        if (horizon is null)
            return null;
        // Beside the updates of a loop inside that over epochs.
        if (updates.Exists(u => ReferenceEquals(u.Place.InnerLoop, inner)))
        {
            var epochs = inner.Outer?.Loops().FirstOrDefault(l => l.Loop!.Over == LoopOver.Epochs) ?? inner.Outer?.InnerLoop;
            return epochs is not null && inner.Loop!.Over != LoopOver.Epochs && IsInEpochs(horizon, scheduler, epochs, inner)
                ? "The " + scheduler.Type + " has a length of " + horizon.Text + ", and moves on with every step of the optimizer; call step() once an epoch"
                : null;
        }

        return updates.Exists(u => u.Place.IsIn(inner) && u.Place.LoopsIn(inner).Any()) && IsInUpdates(horizon, inner, updates)
            ? "The " + scheduler.Type + " has a length of " + horizon.Text + " in updates, and moves on once an epoch; call step() after each update"
            : null;
    }

    /// <summary>Whether an event happens in each round of a loop, or in those in which the optimizer steps.</summary>
    private static bool IsDirect(Place place, Place loop) => place.BranchesIn(loop).All(b => b.Modulus() is not null);

    /// <summary>Whether a length is no longer than the training in epochs.</summary>
    private static bool IsInEpochs(SchedulerHorizon horizon, Thing scheduler, Place epochs, Place inner)
    {
        if (scheduler.Type is "LinearLR" or "ConstantLR" or "CyclicLR" || inner.Loop!.Count?.Number <= 1)
            return false;
        if (scheduler.Type is "StepLR" or "MultiStepLR" && !(scheduler.Number("gamma") <= GentleFactor))
            return false;
        if (Value.SameNumber(horizon.Value, epochs.Loop!.Count) && horizon.Value.Scale is not null)
            return true;
        if (horizon.Value.Number is { } length)
            return epochs.Loop.Count?.Number is { } count && count > 1 && length <= count;
        return horizon.Place?.Name() is { } name && Words.IsEpoch(name) || horizon.Value.Symbol is { } symbol && Words.IsEpoch(symbol.Name);
    }

    /// <summary>Whether a length is that of the training in updates.</summary>
    private static bool IsInUpdates(SchedulerHorizon horizon, Place epochs, List<TrainingEvent> updates)
    {
        if (horizon.IsInterval)
            return false;
        var value = horizon.Value;
        var count = epochs.Loop!.Count;
        if (value.Factors.Count + (value.Scale is 1 ? 0 : 1) > 1)
        {
            return value.Scale >= 1 && value.Factors.Any(f => count?.Symbol is { } symbol ? SymbolEqualityComparer.Default.Equals(f, symbol)
                : Words.IsEpoch(f.Name) && epochs.Loop.Over == LoopOver.Epochs);
        }

        if (value.Number is { } length && count?.Number is { } rounds && rounds > 1)
        {
            return updates.TrueForAll(u => TrainingReading.Rounds(u.Place, epochs) is (var batches, _) && batches > 1 && length.Equals(rounds * batches))
                || horizon.Product is { } product && product.Descendants().Any(o => o.Name() is { } name && Words.IsEpoch(name)) && length > 4 * rounds;
        }

        return epochs.Loop.Over == LoopOver.Epochs && value.Symbol is { } total && Words.IsStep(total.Name);
    }

    private static bool IsOncePerMany(Place once, Place many) => Place.Common(once, many) is { } common && many.LoopsIn(common).Any()
        && !once.LoopsIn(common).Any() && common.InnerLoop is not null && !(TrainingReading.Rounds(many, common) is (<= 1, _));
}
