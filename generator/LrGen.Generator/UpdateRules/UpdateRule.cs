using LrGen.Generator.Curves;
using LrGen.Generator.Schedules;

namespace LrGen.Generator.UpdateRules;

/// <summary>One update rule: its hyperparameters, its state, and the expressions of its update.</summary>
internal abstract class UpdateRule
{
    /// <inheritdoc cref="ScheduleFamily.Name"/>
    public string Name => GetType().Name;

    /// <summary>What the analyzers judge the rate by.</summary>
    public abstract OptimizerKind Kind { get; }

    /// <summary>Whether the parameters of a training are not those to evaluate with.</summary>
    public virtual bool IsScheduleFree => false;

    /// <summary>Reads the hyperparameters, reports what is wrong with them, and gives the update that they describe.</summary>
    public abstract UpdateProgram Lower(HyperparameterReader hyperparameters);
}

/// <summary>A number that an update works with.</summary>
/// <param name="Name">The local variable of the generated code: <c>beta1</c>.</param>
/// <param name="Value">The value of the attribute; null where it is scheduled.</param>
/// <param name="Schedule">The quantity that is scheduled instead.</param>
/// <param name="IsPerGroup">Whether groups of parameters can go without it.</param>
internal sealed record Hyperparameter(string Name, Scalar? Value, Quantity? Schedule = null, bool IsPerGroup = false)
{
    /// <summary>The number in the expressions of the update.</summary>
    public Named Local { get; } = new(Name, IsInvariant: true);

    /// <summary>Whether it is 0 at all times, so that what it is multiplied by can be left out.</summary>
    public bool IsZero => Value is { IsZero: true };

    /// <summary>The number, where it is known.</summary>
    public double? Known => Value?.Constant?.ToDouble();
}
