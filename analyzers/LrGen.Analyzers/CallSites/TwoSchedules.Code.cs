using LrGen.Analyzers.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LrGen.Analyzers.CallSites;

/// <summary>One scheduler that moves on twice, two schedulers of one optimizer, and rates that are multiplied beside either.</summary>
internal sealed partial class TwoSchedules
{
    public override void Check(TrainingReading reading, TrainingFindings findings)
    {
        foreach (var scheduler in reading.Schedulers)
        {
            if (findings.IsExplained(scheduler))
                continue;
            var steps = reading.Of(scheduler, EventKind.Step).Where(s => !s.IsHanded && s.IsCertain).ToList();
            CheckMovedTwice(scheduler, steps, reading, findings);
            if (scheduler is { IsMade: true, Optimizer: { } optimizer, Whole: null })
            {
                foreach (var other in reading.Schedulers)
                {
                    if (other is { IsMade: true, Whole: null } && !ReferenceEquals(other, scheduler) && ReferenceEquals(other.Optimizer, optimizer)
                        && IsBefore(scheduler, other) && !findings.IsExplained(other))
                        CheckTwo(scheduler, other, steps, reading, findings);
                }

                CheckWrites(scheduler, optimizer, steps, reading, findings);
            }
        }

        CheckOverwritten(reading, findings);
    }

    private static bool IsBefore(Thing a, Thing b) => a.Call!.Start() < b.Call!.Start();

    private static void CheckMovedTwice(Thing scheduler, List<TrainingEvent> steps, TrainingReading reading, TrainingFindings findings)
    {
        // A plateau can be told of two metrics.
        for (int second = 1; second < steps.Count && scheduler.Type != "ReduceLROnPlateau"; second++)
        {
            for (int first = 0; first < second; first++)
            {
                var (a, b) = (steps[first], steps[second]);
                if (!TakeTurns(a, b, scheduler, out var round) || HasUpdateEach(a, b, scheduler, round, reading) || findings.PlaceOf(b) is not { } place)
                    continue;
                findings.Add(Diagnostic.Create(s_rule, place.Syntax.GetLocation(), [a.Operation.Syntax.GetLocation()],
                    "'" + Code(a.Operation) + "' and '" + Code(b.Operation) + "' both move the " + scheduler.Type
                        + " on in one round of the loop; call step() in one place"), scheduler);
                return;
            }
        }
    }

    /// <summary>Whether two events both happen in each round of a loop that runs while the thing lives.</summary>
    private static bool TakeTurns(TrainingEvent a, TrainingEvent b, Thing thing, out Place round)
    {
        round = null!;
        if (Place.Common(a.Place, b.Place) is not { } common || common.InnerLoop is not { } loop || !IsDirect(a.Place, common) || !IsDirect(b.Place, common))
            return false;
        round = loop;
        // A loop in which it is made is one of trials.
        return thing.Place is not { } made || !made.IsIn(loop);
    }

    private static bool IsDirect(Place place, Place common) => place.BranchesIn(common).All(b => b.Modulus() is not null);

    /// <summary>Whether each of two has updates of its own: loops over two sets of data, or two updates in a body.</summary>
    private static bool HasUpdateEach(TrainingEvent a, TrainingEvent b, Thing scheduler, Place round, TrainingReading reading)
    {
        var updates = UpdatesIn(round, scheduler.Optimizer, reading);
        if (ReferenceEquals(a.Place.InnerLoop, b.Place.InnerLoop))
        {
            // One of each in turn: update, move, update, move.
            return updates.Exists(u => u.Order > a.Order && u.Order < b.Order && !ReferenceEquals(a.Place.InnerLoop, null))
                && updates.Exists(u => u.Order < a.Order);
        }

        return updates.Exists(u => ReferenceEquals(u.Place.InnerLoop, a.Place.InnerLoop)) && updates.Exists(u => ReferenceEquals(u.Place.InnerLoop,
            b.Place.InnerLoop));
    }

    private static List<TrainingEvent> UpdatesIn(Place round, Thing? optimizer, TrainingReading reading) => reading.All(EventKind.Step)
        .Where(s => s.Thing?.Kind == ThingKind.Optimizer && (optimizer is null || ReferenceEquals(s.Thing, optimizer)) && s.Place.IsIn(round)).ToList();

    private static void CheckTwo(Thing scheduler, Thing other, List<TrainingEvent> steps, TrainingReading reading, TrainingFindings findings)
    {
        foreach (var b in reading.Of(other, EventKind.Step).Where(s => !s.IsHanded && s.IsCertain))
        {
            foreach (var a in steps)
            {
                var (first, second) = a.Order < b.Order ? (a, b) : (b, a);
                if (!TakeTurns(a, b, scheduler, out _) || findings.PlaceOf(second) is not { } place)
                    continue;
                string name = scheduler.Optimizer!.Name;
                findings.Add(Diagnostic.Create(s_rule, place.Syntax.GetLocation(), [first.Operation.Syntax.GetLocation()],
                    Message(name, "TorchSharp's " + first.Thing!.Type, "TorchSharp's " + second.Thing!.Type)), other);
                return;
            }
        }
    }

    /// <summary>A rate that code multiplies, or sets in every round, beside a scheduler.</summary>
    private static void CheckWrites(Thing scheduler, Thing optimizer, List<TrainingEvent> steps, TrainingReading reading, TrainingFindings findings)
    {
        foreach (var write in reading.Of(optimizer, EventKind.RateWrite))
        {
            if (write.IsHanded || !write.IsCertain || !IsProduct(write) && !SetsAlways(write, reading) || findings.PlaceOf(write) is not { } place)
                continue;
            foreach (var step in steps)
            {
                if (Place.Common(write.Place, step.Place) is { } common && common.InnerLoop is { } loop && scheduler.Place?.IsIn(loop) != true
                    && step.Place.BranchIn(common) is null
                    && write.Place.BranchesIn(common).All(b => b.Modulus() is not null || IsAtStep(b)) && (IsProduct(write)
                        || write.Place.BranchIn(common) is null))
                {
                    findings.Add(Diagnostic.Create(s_rule, place.Syntax.GetLocation(), [step.Operation.Syntax.GetLocation()],
                        Message(optimizer.Name, "TorchSharp's " + scheduler.Type, "'" + Code(write.Operation) + "'")));
                    return;
                }
            }
        }
    }

    /// <summary>Whether a branch is taken at one step: <c>epoch == 30</c>.</summary>
    private static bool IsAtStep(Place branch) => branch.Condition is { } condition && condition.Descendants().Prepend(condition)
        .Any(o => o is IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } equal && equal.RightOperand.Number() is not null
            && equal.LeftOperand.Name() is { } name && (Words.IsEpoch(name) || Words.IsStep(name)));

    /// <summary>Whether an assignment gives a rate that depends on nothing that the scheduler has set; declarations are judged with their uses.</summary>
    private static bool SetsAlways(TrainingEvent write, TrainingReading reading) => write is { Operation: ISimpleAssignmentOperation,
        Assigned: { ConstantValue.HasValue: false } value }
        && !ReadsRate(value) && write.Group.Length > 0 && value.Descendants().Prepend(value).Any(o =>
            o is IBinaryOperation or IInvocationOperation { TargetMethod.ContainingType.Name: "Math" or "MathF" })
        && reading.BodyOf(value) is var body && (body is null || !body.UsesBehind(value).Any() && !body.LastRates.Any(r => r.Call.IsIn(value)));

    internal static bool IsProduct(TrainingEvent write) =>
        write.Operation is ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Multiply or BinaryOperatorKind.Divide }
        || write is { Operation: ISimpleAssignmentOperation, Assigned: { } value }
            && value.Unwrap() is IBinaryOperation { OperatorKind: BinaryOperatorKind.Multiply or BinaryOperatorKind.Divide } product
            && (IsRate(product.LeftOperand) || product.OperatorKind == BinaryOperatorKind.Multiply && IsRate(product.RightOperand));

    private static bool IsRate(IOperation operand) => operand.Unwrap() is IPropertyReferenceOperation { Property.Name: "LearningRate" };

    /// <summary>A product that the next assignment to the same rate replaces before any update.</summary>
    private static void CheckOverwritten(TrainingReading reading, TrainingFindings findings)
    {
        var writes = reading.All(EventKind.RateWrite).Where(w => w is { IsHanded: false, IsCertain: true, Thing: not null }).ToList();
        foreach (var product in writes.Where(IsProduct))
        {
            foreach (var plain in writes)
            {
                if (!ReferenceEquals(plain.Thing, product.Thing) || plain.Operation is not ISimpleAssignmentOperation || IsProduct(plain)
                    || plain.Assigned is not { } value
                    || ReadsRate(value) || !IsSameGroup(plain.Group, product.Group) || Place.Common(plain.Place, product.Place) is not { } common
                    || common.InnerLoop is not { } loop || plain.Place.BranchIn(loop) is not null || plain.Place.LoopsIn(loop).Any()
                        || product.Place.LoopsIn(loop).Any()
                    || findings.PlaceOf(product) is not { } place)
                    continue;
                var updates = UpdatesIn(loop, product.Thing, reading);
                bool isReplaced = updates.Count > 0 && (product.Order < plain.Order
                    ? !updates.Exists(u => u.Order > product.Order && u.Order < plain.Order)
                    : updates.TrueForAll(u => u.Order < product.Order) && updates.TrueForAll(u => u.Order > plain.Order));
                if (isReplaced)
                {
                    findings.Add(Diagnostic.Create(s_rule, place.Syntax.GetLocation(), [plain.Operation.Syntax.GetLocation()],
                        "'" + Code(plain.Operation) + "' replaces this before an update uses it; multiply what is assigned there"));
                    break;
                }
            }
        }
    }
}
