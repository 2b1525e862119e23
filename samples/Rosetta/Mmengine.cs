using LrGen;

namespace Rosetta;

/// <summary>
/// <c>mmengine.optim.scheduler</c>: each acts on the steps begin ≤ t &lt; end, and lines, powers and constants have their end value at
/// t = end − 1, in the window.
/// </summary>
public static partial class Mmengine
{
    const int Window = 1_000;

    /// <summary>A share of the rate; the whole rate at t = end − 1 already.</summary>
    [Constant(0.1 / 3, Steps = Window - 1), Constant(0.1)]
    public static partial double ConstantLR(long step);

    /// <summary>A half wave over end − begin steps, unlike the lines: eta_min would be at t = end, outside the window.</summary>
    [CosineDecay(0.1, steps: Window, Floor = 0.001)]
    public static partial double CosineAnnealingLR(long step);

    /// <summary>Multiplies by gamma at each step of the window.</summary>
    [ExponentialDecay(0.1, factor: 0.99)]
    public static partial double ExponentialLR(long step);

    /// <summary>A line between two shares of the rate; the end at t = end − 1.</summary>
    [LinearDecay(0.1 / 3, to: 0.1, steps: Window, End = End.LastStep)]
    public static partial double LinearLR(long step);

    /// <summary>Decays at t ≥ begin + m.</summary>
    [MilestoneDecay(0.1, factor: 0.1, 600, 800)]
    public static partial double MultiStepLR(long step);

    /// <summary>A staircase; level i begins at t ≥ begin + i · step_size.</summary>
    [StepDecay(0.1, every: 100, factor: 0.5)]
    public static partial double StepLR(long step);

    /// <summary>A power of the share that is left; eta_min at t = end − 1.</summary>
    [PolynomialDecay(0.1, steps: Window, power: 0.9, Floor = 1e-4, End = End.LastStep)]
    public static partial double PolyLR(long step);

    /// <summary>One rise and one fall as in PyTorch; the end at t = total_steps − 1.</summary>
    [OneCycle(0.1, steps: Window)]
    public static partial double OneCycleLR(long step);

    /// <summary>A half wave for each period, from its restart_weight times the rate; eta_min is never reached at a whole step.</summary>
    [CosineDecay(0.1, steps: 200, Floor = 0.001)]
    [CosineDecay(0.05, steps: 300, Floor = 0.001)]
    [CosineDecay(0.02, steps: 500, Floor = 0.001)]
    public static partial double CosineRestartLR(long step);

    /// <summary>
    /// Two windows: <c>LinearLR</c> until t = 99, which has the whole rate, and from 100 on <c>CosineAnnealingLR</c>, which begins with it
    /// again.
    /// </summary>
    [LinearDecay(0.1 * 0.001, to: 0.1, steps: 100, End = End.LastStep), CosineDecay(0.1, steps: Window - 100, Floor = 0.001)]
    public static partial double LinearThenCosine(long step);

    /// <summary>
    /// Driven by a metric of the validation: PyTorch's scheduler, with <c>rule</c> for its mode and min_value for its floor. Epochs outside
    /// begin ≤ t &lt; end are not reported.
    /// </summary>
    [ReduceOnPlateau(0.1, factor: 0.1, patience: 10, Floor = 1e-5)]
    public partial struct ReduceOnPlateauLR;

    /// <summary><c>ReduceOnPlateauLR</c> with rule "greater", for an accuracy, and a cooldown.</summary>
    [ReduceOnPlateau(0.1, factor: 0.5, patience: 2, Mode = MetricMode.Max, Cooldown = 3)]
    public partial struct ReduceOnPlateauLRGreater;
}
