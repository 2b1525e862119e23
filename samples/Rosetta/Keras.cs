using LrGen;

namespace Rosetta;

/// <summary><c>keras.optimizers.schedules</c>, a function of the 0-based iteration.</summary>
public static partial class Keras
{
    /// <summary>A decay by decay_rate over decay_steps; never ends.</summary>
    [ExponentialDecay(0.1, factor: 0.5, every: 250)]
    public static partial double ExponentialDecay(long step);

    /// <summary><c>ExponentialDecay(staircase=True)</c>: in levels; the next begins at t ≥ decay_steps, and it never ends.</summary>
    [Golden("G016")]
    [ExponentialDecay(1, factor: 0.5, every: 4, Staircase = true)]
    public static partial double ExponentialDecayStaircase(long step);

    /// <summary>A rate per stretch. Keras still has the old rate at the boundary (t &gt; m): its 3 and 6 are 4 and 7 here.</summary>
    [Golden("G017")]
    [PiecewiseConstant(new[] { 1, 0.5, 0.1 }, 4, 7)]
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

    /// <summary>A half wave; alpha is the end as a share of initial_learning_rate, reached at t = decay_steps and held.</summary>
    [CosineDecay(0.1, steps: 800, FloorRatio = 0.05)]
    public static partial double CosineDecay(long step);

    /// <summary>
    /// <c>CosineDecay</c> with warmup_target: a warm-up from initial_learning_rate to it, then a half wave; decay_steps come on top of
    /// warmup_steps.
    /// </summary>
    [Golden("G023")]
    [Warmup(4, From = 0.1), CosineDecay(1, steps: 8, FloorRatio = 0.1)]
    public static partial double CosineDecayWarmup(long step);

    [Constant(0.1)]
    private static partial double Alpha(long step);

    [CosineRestarts(1 - 0.1, steps: 4, LengthFactor = 2, Amplitude = 0.5)]
    private static partial double Waves(long step);

    /// <summary>Half waves for ever, on top of alpha: the tops fall as alpha + (1 − alpha) · m_mul^i, not as m_mul^i.</summary>
    [Golden("G024")]
    [Sum(nameof(Alpha), nameof(Waves))]
    public static partial double CosineDecayRestarts(long step);

    /// <summary>TensorFlow Addons: triangles between two rates for ever, up in step_size steps and down in as many.</summary>
    [Cyclic(0.001, high: 0.01, stepsUp: 80)]
    public static partial double TriangularCyclicalLearningRate(long step);

    /// <summary>TensorFlow Addons: each triangle is half as high as the one before.</summary>
    [Cyclic(0.001, high: 0.01, stepsUp: 80, Amplitude = CycleAmplitude.Halving)]
    public static partial double Triangular2CyclicalLearningRate(long step);

    /// <summary>TensorFlow Addons with scale_mode "iterations": each step is lower by gamma, counted from step 0.</summary>
    [Cyclic(0.001, high: 0.01, stepsUp: 80, Amplitude = CycleAmplitude.Exponential, Factor = 0.995)]
    public static partial double ExponentialCyclicalLearningRate(long step);

    /// <summary>
    /// The callback, driven by a metric: falls after as many bad epochs as the patience; min_delta is absolute, and the epoch that ends
    /// the cooldown is counted again. Keras guesses the mode by the metric's name; here it is minimal unless Mode says so.
    /// </summary>
    [ReduceOnPlateau(0.1, factor: 0.2, patience: 5, Dialect = PlateauDialect.Keras, Cooldown = 2, Floor = 1e-4)]
    public partial struct ReduceLROnPlateau;
}
