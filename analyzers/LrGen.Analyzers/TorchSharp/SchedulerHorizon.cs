using LrGen.Analyzers.CallSites;
using LrGen.Analyzers.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LrGen.Analyzers.TorchSharp;

/// <summary>The length that one of TorchSharp's schedulers is given.</summary>
/// <param name="Value">The length.</param>
/// <param name="Place">The argument that gives it; null where several do.</param>
/// <param name="IsInterval">Whether it is that of one of many equal parts.</param>
internal sealed record SchedulerHorizon(Value Value, IOperation? Place, bool IsInterval)
{
    /// <summary>The length for a message: as it is written, where that is short.</summary>
    public string Text => Value.Number is { } number ? Generator.Numerics.NumberText.Friendly(number)
        : Place is { Syntax: var written } && written.Span.Length <= 40 ? "'" + written + "'" : "its own";

    /// <summary>The product that gives it, where it is written as one.</summary>
    public IOperation? Product => Place?.Unwrap() is IBinaryOperation { OperatorKind: BinaryOperatorKind.Multiply } product ? product : null;

    /// <summary>The length; null where a scheduler has none, or it is not known what it comes from.</summary>
    public static SchedulerHorizon? Of(Thing scheduler)
    {
        return scheduler.Type switch
        {
            "CosineAnnealingLR" => Argument("T_max"),
            "PolynomialLR" or "LinearLR" or "ConstantLR" => Argument("total_iters"),
            "OneCycleLR" => Argument("total_steps") is { Value.Number: not (null or <= 0) } or { Value.Factors.Count: > 0 } ? Argument("total_steps")
            : Argument("epochs") is { } epochs && Argument("steps_per_epoch") is { } perEpoch
                ? new SchedulerHorizon(Value.Product(epochs.Value, perEpoch.Value), null, IsInterval: false) : null,
            "StepLR" => Argument("step_size") is { } interval ? interval with { IsInterval = true } : null,
            "MultiStepLR" => scheduler.Numbers("milestones") is { Count: > 0 } milestones
            ? new SchedulerHorizon(Value.Of(milestones.Max()), scheduler.Call?.Argument("milestones"), IsInterval: true) : null,
            "CyclicLR" => Argument("step_size_up") is { } up ? up with { IsInterval = true } : null,
            _ => null,
        };

        SchedulerHorizon? Argument(string name) => From(scheduler, name);
    }

    private static SchedulerHorizon? From(Thing scheduler, string name) =>
        scheduler.Arguments.TryGetValue(name, out var value) ? new SchedulerHorizon(value, scheduler.Call?.Argument(name), IsInterval: false) : null;
}
