using LrGen;

namespace RateSearch;

/// <summary>What is searched: the first rate, the batch size, and the share of the rate that is left at the end.</summary>
[SearchSpace]
readonly partial record struct Trial(
    [LogUniform(0.01, 3, Points = 4)] double Rate,
    [Choice(4, 8, 16, 32)] int Batch,
    [LogUniform(0.01, 1, Points = 4)] double Decay);

/// <summary>The rate of every update of a trial.</summary>
static partial class Rates
{
    /// <summary>rate · decay^(step / steps).</summary>
    [ExponentialDecay]
    public static partial double Falling(long step, double rate, double factor, double every);
}

/// <summary>Plain gradient descent of rate 1; what it trains with is the scale of its parameters' group.</summary>
[Sgd, Constant(1)]
sealed partial class Unscaled;
