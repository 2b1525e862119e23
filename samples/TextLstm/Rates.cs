using LrGen;

namespace TextLstm;

/// <summary>The schedules: Adam, all from 0.01, with lengths that are shares of a training whose length is known when the program runs.</summary>
[Training(Optimizer = OptimizerKind.Adam, GradientClip = Rates.ClipNorm)]
static partial class Rates
{
    public const double ClipNorm = 1;

    [Constant(0.01)]
    public readonly partial struct Constant;

    [Constant(0.01, Fraction = 0.5), Constant(0.002, Fraction = 0.5)]
    public readonly partial struct Staircase(double trainingSteps);

    [CosineDecay(0.01)]
    public readonly partial struct Cosine(double trainingSteps);

    [Warmup(Fraction = 0.05), Constant(0.01, Fraction = 0.45), LinearDecay(0.01, to: 0)]
    public readonly partial struct WarmupHoldLinear(double trainingSteps);

    /// <summary>Rule, clipping and schedule in one class, which updates the tensors of the network in place.</summary>
    [Adam(ClipNorm = ClipNorm), Warmup(Fraction = 0.05), Constant(0.01, Fraction = 0.45), LinearDecay(0.01, to: 0)]
    public sealed partial class WarmupHoldLinearAdam(double trainingSteps);
}
