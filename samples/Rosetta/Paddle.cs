using LrGen;

namespace Rosetta;

/// <summary><c>paddle.optimizer.lr</c>, functions of the number of <c>step()</c> calls, mostly computed from the step alone.</summary>
public static partial class Paddle
{
    /// <summary>The Transformer's schedule; 0 at step 0.</summary>
    [Noam(modelSize: 512, warmupSteps: 400, Factor = 2)]
    public static partial double NoamDecay(long step);

    /// <summary>A value for each stretch; the next one begins at t ≥ boundary.</summary>
    [PiecewiseConstant(new[] { 0.1, 0.01, 0.001 }, 300, 600)]
    public static partial double PiecewiseDecay(long step);

    /// <summary>rate ÷ (1 + gamma · t); never ends.</summary>
    [InverseTimeDecay(0.5, decayRate: 0.1)]
    public static partial double InverseTimeDecay(long step);

    /// <summary>A power of the share that is left; end_lr (1e-4 unless given) at t = decay_steps, held.</summary>
    [PolynomialDecay(0.1, steps: 800, power: 2, Floor = 1e-4)]
    public static partial double PolynomialDecay(long step);

    /// <summary>A line from start_lr to end_lr, and then the rate or scheduler that is wrapped, which need not begin at end_lr.</summary>
#pragma warning disable LRG054 // Paddle lets the two rates differ.
    [LinearDecay(0.001, to: 0.1, steps: 100), PolynomialDecay(0.05, steps: 800)]
    public static partial double LinearWarmup(long step);
#pragma warning restore LRG054

    /// <summary>Multiplies by gamma at each step and never ends.</summary>
    [ExponentialDecay(0.1, factor: 0.99)]
    public static partial double ExponentialDecay(long step);

    /// <summary>Decays at t ≥ m; Paddle demands milestones that increase, as here.</summary>
    [MilestoneDecay(0.1, factor: 0.1, 300, 600)]
    public static partial double MultiStepDecay(long step);

    /// <summary>A staircase; level i begins at t ≥ i · step_size.</summary>
    [StepDecay(0.1, every: 100, factor: 0.5)]
    public static partial double StepDecay(long step);

    /// <summary>The rate times a function of the step; here 0.95^t, which has a name.</summary>
    [ExponentialDecay(0.1, factor: 0.95)]
    public static partial double LambdaDecay(long step);

    /// <summary>The rate times the product of a function from step 1 on; here 0.95, which has a name.</summary>
    [ExponentialDecay(0.1, factor: 0.95)]
    public static partial double MultiplicativeDecay(long step);

    /// <summary>A half wave; eta_min at t = T_max, and then it climbs again.</summary>
    [CosineDecay(0.1, steps: 400, Floor = 0.01, AfterEnd = AfterEnd.Oscillate)]
    public static partial double CosineAnnealingDecay(long step);

    /// <summary>Half waves with T_mult-fold lengths; eta_min is never reached at a whole step.</summary>
    [CosineRestarts(0.1, steps: 100, LengthFactor = 2, Floor = 0.001)]
    public static partial double CosineAnnealingWarmRestarts(long step);

    /// <summary>A line between two shares of the rate; the end is reached at t = total_steps and held.</summary>
    [LinearDecay(0.1 / 3, to: 0.1, steps: 800)]
    public static partial double LinearLR(long step);

    /// <summary>One rise and one fall; end_learning_rate is absolute, and reached at t = total_steps − 1.</summary>
    [OneCycle(0.1, steps: 1_000, FinalDivisor = 0.1 / 25 / 1e-4)]
    public static partial double OneCycleLR(long step);

    /// <summary><c>OneCycleLR</c> with three phases in straight lines; phase_pct has to be below 0.5.</summary>
    [OneCycle(0.1, steps: 1_000, FinalDivisor = 0.1 / 25 / 1e-4, ThreePhase = true, Interpolation = Interpolation.Linear)]
    public static partial double OneCycleLRThreePhase(long step);

    /// <summary>Triangles for ever; the momentum stays where it is.</summary>
    [Cyclic(0.1, high: 1, stepsUp: 100, StepsDown = 150)]
    public static partial double CyclicLR(long step);

    /// <summary><c>CyclicLR</c> in mode triangular2: each triangle is half as high as the one before.</summary>
    [Cyclic(0.1, high: 1, stepsUp: 100, Amplitude = CycleAmplitude.Halving)]
    public static partial double CyclicLRTriangular2(long step);

    /// <summary><c>CyclicLR</c> in mode exp_range: each step is lower by exp_gamma, counted from step 0.</summary>
    [Cyclic(0.1, high: 1, stepsUp: 100, Amplitude = CycleAmplitude.Exponential, Factor = 0.995)]
    public static partial double CyclicLRExpRange(long step);

    /// <summary>Driven by a metric: as in PyTorch, but what comes during the cooldown is not looked at, not even as the best.</summary>
    [ReduceOnPlateau(0.1, factor: 0.5, patience: 3, Dialect = PlateauDialect.Paddle, Cooldown = 2, Floor = 1e-4)]
    public partial struct ReduceOnPlateau;
}
