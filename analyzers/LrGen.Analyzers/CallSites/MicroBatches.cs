using LrGen.Analyzers.Reading;
using LrGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LrGen.Analyzers.CallSites;

/// <summary>A scheduler that moves on with each micro-batch, while the optimizer steps once for several.</summary>
internal sealed class MicroBatches : CallSiteRule
{
    public override DiagnosticDescriptor Descriptor => LengthInMicroBatches.Rule;

    public override void Check(TrainingReading reading, TrainingFindings findings)
    {
        foreach (var scheduler in reading.Schedulers)
        {
            if (!scheduler.IsMade || scheduler.Optimizer is not { } optimizer || findings.IsExplained(scheduler)
                || reading.Of(scheduler, EventKind.Step).ToList() is not [{ IsHanded: false, Place: var place } step])
                continue;
            if (reading.Of(optimizer, EventKind.Step).ToList() is [{ Place: var update }] && update.InnerLoop is { } round
                && ReferenceEquals(place.InnerLoop, round) && place.BranchIn(round) is null && update.BranchIn(round)?.Modulus() is { } every
                && !(every.Number() <= 1) && IsAccumulation(every, round, reading) && findings.PlaceOf(step) is { } at)
            {
                findings.Add(Diagnostic.Create(Descriptor, at.Syntax.GetLocation(),
                    "The " + scheduler.Type + " moves on with every micro-batch, and the optimizer steps once for '" + every.Syntax
                    + "' of them, so that the rate runs ahead; call step() beside the update"), scheduler);
            }
        }
    }

    /// <summary>Whether gradients are added up over the rounds on purpose: a name says so, or the loss is divided by their number.</summary>
    public static bool IsAccumulation(IOperation every, Place round, TrainingReading reading) =>
        every.Name() is { } name && Words.IsAccumulation(name)
        || reading.All(EventKind.Backward).Any(b => b.Place.IsIn(round) && b.Call?.Instance is { } loss && Divides(loss, every, reading));

    private static bool Divides(IOperation loss, IOperation by, TrainingReading reading)
    {
        loss = reading.BodyOf(loss)?.Origin(loss) ?? loss.Unwrap();
        var divisor = loss switch
        {
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Divide, RightOperand: var right } => right,
            IInvocationOperation { TargetMethod.Name: "div" or "div_", Arguments: [var first, ..] } => first.Value,
            _ => null,
        };
        return divisor is not null && (divisor.Number() is { } number && number.Equals(by.Number())
            || divisor.Variable() is { } variable && SymbolEqualityComparer.Default.Equals(variable, by.Variable()));
    }
}
