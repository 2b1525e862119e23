using LrGen;

namespace Rosetta;

/// <summary><c>keras.optimizers.schedules</c>, a function of the 0-based iteration.</summary>
public static partial class Keras
{
    /// <summary>A decay by equal ratios, here in levels: the next begins at t ≥ decay_steps, and it never ends.</summary>
    [Golden("G016")]
    [ExponentialDecay(1, factor: 0.5, every: 4, Staircase = true)]
    public static partial double ExponentialDecay(long step);

    /// <summary>A rate per stretch. Keras still has the old rate at the boundary (t &gt; m): its 3 and 6 are 4 and 7 here.</summary>
    [Golden("G017")]
    [PiecewiseConstant(new[] { 1, 0.5, 0.1 }, new[] { 4.0, 7 })]
    public static partial double PiecewiseConstantDecay(long step);

    /// <summary>A power of the share that is left; the end rate is reached at t = decay_steps and held.</summary>
    [Golden("G018")]
    [PolynomialDecay(1, steps: 4, power: 2, Floor = 0.1)]
    public static partial double PolynomialDecay(long step);

    /// <summary>A decay by the inverse of time; never ends.</summary>
    [Golden("G020")]
    [InverseTimeDecay(1, decayRate: 0.5, every: 4)]
    public static partial double InverseTimeDecay(long step);

    /// <summary><c>InverseTimeDecay(staircase=True)</c>: the next level begins at t ≥ decay_steps.</summary>
    [Golden("G021")]
    [InverseTimeDecay(1, decayRate: 0.5, every: 4, Staircase = true)]
    public static partial double InverseTimeDecayStaircase(long step);

    /// <summary>A warm-up from initial_learning_rate to warmup_target, then a half wave; decay_steps come on top of warmup_steps.</summary>
    [Warmup(4, From = 0.1), CosineDecay(1, steps: 8, FloorRatio = 0.1)]
    public static partial double CosineDecay(long step);

    /// <summary>
    /// Half waves, each a phase: with alpha the tops fall as alpha + (1 − alpha) · m_mul^i, not as m_mul^i. Keras goes on for ever,
    /// here the fourth wave is the last.
    /// </summary>
    [CosineDecay(1, steps: 4, Floor = 0.1)]
    [CosineDecay(0.1 + 0.9 * 0.5, steps: 8, Floor = 0.1)]
    [CosineDecay(0.1 + 0.9 * 0.25, steps: 16, Floor = 0.1)]
    [CosineDecay(0.1 + 0.9 * 0.125, steps: 32, Floor = 0.1)]
    public static partial double CosineDecayRestarts(long step);
}
