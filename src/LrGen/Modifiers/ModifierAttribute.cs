using System;

namespace LrGen;

/// <summary>
/// The base of the modifiers: what they say holds for the schedule on the same target, wherever they stand among its attributes.
/// </summary>
/// <remarks>
/// Their order in the source means nothing; they act in this one: <c>Repeat</c>, <c>Scale</c> and <c>BatchScale</c>, <c>Warmup</c>,
/// <c>Delay</c>, <c>Cooldown</c>, <c>Clamp</c>, <c>GroupScale</c> and <c>LayerDecay</c>, <c>Noise</c>. Another order is another declaration
/// and a <see cref="UseAttribute"/>: a warm-up in every cycle is <c>[Use(nameof(Cycle)), Repeat(3)]</c>, where Cycle has the warm-up.
/// </remarks>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Struct | AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public abstract class ModifierAttribute : Attribute
{
    private protected ModifierAttribute()
    {
    }

    /// <summary>Gets or sets the quantity whose schedule is modified. Default <see cref="Quantity.LearningRate"/>.</summary>
    public Quantity Quantity { get; set; }
}
