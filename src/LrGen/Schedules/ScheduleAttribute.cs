using System;

namespace LrGen;

/// <summary>
/// The base of the schedule attributes. Several on one target are phases, in source order; each but the last needs a length.
/// </summary>
/// <remarks>
/// <para>
/// The target is a <c>partial</c> method that takes the step (any integer type) first and returns <see cref="double"/>,
/// <see cref="float"/> or <c>Half</c>, or a <c>partial struct</c>, which then implements <see cref="ISchedule"/>.
/// </para>
/// <para>
/// The step is the 0-based index of the optimizer update about to run, or of the epoch, whichever the lengths count. A negative
/// step gives the rate at 0.
/// </para>
/// <para>
/// An argument left out is taken, at run time, from the target's parameter of that name (<c>steps</c>), or of the attribute's and
/// its name where two attributes share one (<c>warmupSteps</c>, <c>cosineDecaySteps</c>); of a struct: from its primary-constructor
/// parameter, field or property. The generated code then checks the value.
/// </para>
/// </remarks>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Struct | AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public abstract class ScheduleAttribute : Attribute
{
    private protected ScheduleAttribute()
    {
    }

    /// <summary>Gets or sets what the lengths of this attribute are counted in. Default: what the step parameter counts.</summary>
    public Unit Unit { get; set; }

    /// <summary>
    /// Gets or sets the length of the phase as a share of the training, above 0 and at most 1, or at run time 0 to skip the phase; instead of <c>steps</c>.
    /// <see cref="TrainingAttribute"/> says how long the training is.
    /// </summary>
    public double Fraction { get; set; }

    /// <summary>
    /// Gets or sets the hyperparameter that is scheduled. On a struct each quantity has phases and modifiers of its own; the
    /// attributes of a method are for one quantity. Default <see cref="Quantity.LearningRate"/>.
    /// </summary>
    public Quantity Quantity { get; set; }
}
