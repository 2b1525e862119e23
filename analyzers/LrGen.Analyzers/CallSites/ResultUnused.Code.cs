using LrGen.Analyzers.Reading;
using LrGen.Analyzers.TorchSharp;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LrGen.Analyzers.CallSites;

/// <summary>Schedulers that nobody moves on while the training runs, and rates that are computed and only shown.</summary>
internal sealed partial class ResultUnused
{
    private static readonly HashSet<string> s_rates = new(StringComparer.OrdinalIgnoreCase)
    {
        "lr", "rate", "learningrate", "learning_rate", "currentlr", "current_lr", "newlr", "new_lr", "lrnow", "lr_now",
    };

    public override void Check(TrainingReading reading, TrainingFindings findings)
    {
        foreach (var scheduler in reading.Schedulers)
        {
            if (scheduler is not { IsMade: true, Optimizer: { } optimizer, Variable: not null, Whole: null, Escapes: false }
                || scheduler.Place.ThrowsOnPurpose
                || findings.IsExplained(scheduler) || !reading.Owns(scheduler.Call))
                continue;
            var updates = reading.Of(optimizer, EventKind.Step).Where(s => s.Place.InnerLoop is not null && !s.IsHanded && IsAfter(s, scheduler)).ToList();
            if (updates.Count == 0)
                continue;
            var moves = reading.Of(scheduler, EventKind.Step).ToList();
            if (moves.Count == 0)
            {
                var moved = scheduler.Type == "ReduceLROnPlateau" || scheduler.Variable is not ILocalSymbol || optimizer.Variable is not { } variable
                    || reading.BodyOf(scheduler.Call) is not { } body ? null : RateInLoop.Advance(scheduler.Variable.Name + ".step()", variable, body);
                findings.Add(Suggested(scheduler.Call, moved, "The " + scheduler.Type + " is never moved on, and the rate of '" + optimizer.Name
                    + "' stays; call '"
                    + scheduler.Variable.Name + ".step()' in the loop"), scheduler);
            }
            else if (moves.TrueForAll(m => m.Place.InnerLoop is null && !m.IsHanded && updates.Exists(u => u.Order < m.Order
                && ReferenceEquals(u.Place.Entry, m.Place.Entry)))
                && findings.PlaceOf(moves[0]) is { } place)
            {
                findings.Add(At(place, "The " + scheduler.Type + " moves on when the training is over, and the rate of '" + optimizer.Name
                    + "' stays until then; call '" + Code(moves[0].Operation) + "' in the loop"), scheduler);
            }
        }

        CheckShown(reading, findings);
    }

    /// <summary>Whether an update can come after a scheduler is made: what is made in a constructor is made before.</summary>
    private static bool IsAfter(TrainingEvent update, Thing scheduler) => Place.Common(update.Place, scheduler.Place!) is null
        || update.Order > 0 && update.Place.Entry == scheduler.Place!.Entry && IsLater(update, scheduler);

    private static bool IsLater(TrainingEvent update, Thing scheduler) => update.Operation.Root() != scheduler.Call!.Root()
        || update.Operation.Start() > scheduler.Call!.Start();

    /// <summary>A rate that a loop computes anew and only prints, beside an optimizer that nothing gives a rate.</summary>
    private void CheckShown(TrainingReading reading, TrainingFindings findings)
    {
        if (reading.All(EventKind.RateWrite).Any() || reading.Schedulers.Any() || reading.Optimizers.Any(o => o.Escapes))
            return;
        foreach (var assigned in reading.All(EventKind.Assign))
        {
            if (assigned is not { Variable: ILocalSymbol { Type.SpecialType: SpecialType.System_Double or SpecialType.System_Single } rate,
                Assigned: { ConstantValue.HasValue: false } value }
                || !s_rates.Contains(rate.Name) || assigned.IsHanded || assigned.Place.InnerLoop is not { } loop || findings.PlaceOf(assigned) is null
                || !reading.Owns(assigned.Operation) || !DependsOn(value, loop, rate))
                continue;
            bool trains = reading.All(EventKind.Step).Any(s => s.Thing is { Kind: ThingKind.Optimizer, IsMade: true } && s.Place.IsIn(loop) && !s.IsHanded);
            if (trains && IsOnlyShown(rate, assigned.Operation.Root()))
            {
                findings.Add(At(value, "'" + rate.Name + "' is computed and shown, and no optimizer gets it, so that the rate stays; assign it to the ParamGroups"));
            }
        }
    }

    private static bool DependsOn(IOperation value, Place loop, ISymbol rate) => loop.Loop?.Counter is { } counter
        && value.DescendantsAndSelf().Any(o => SymbolEqualityComparer.Default.Equals(o.Variable(), counter))
        || value.Parent is ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Multiply or BinaryOperatorKind.Divide }
        || value.DescendantsAndSelf().Any(o => SymbolEqualityComparer.Default.Equals(o.Variable(), rate));

    /// <summary>Whether a variable is read for nothing but text, or for its own next value.</summary>
    private static bool IsOnlyShown(ILocalSymbol variable, IOperation root)
    {
        foreach (var reference in root.Descendants().OfType<ILocalReferenceOperation>().Where(r => TorchTypes.Same(r.Local, variable)))
        {
            bool isShown = false;
            for (IOperation child = reference, parent = reference.Parent!; parent is not null && !isShown; child = parent, parent = parent.Parent!)
            {
                isShown = parent is IInterpolatedStringOperation || parent is IAssignmentOperation assignment
                    && TorchTypes.Same(assignment.Target.Variable(), variable)
                    || parent is IInvocationOperation { TargetMethod.ContainingType.Name: "Console" or "Debug" or "Trace" }
                        || parent is IInvocationOperation { TargetMethod.Name: "ToString" };
                if (parent is IBlockOperation)
                    break;
            }

            if (!isShown)
                return false;
        }

        return true;
    }
}
