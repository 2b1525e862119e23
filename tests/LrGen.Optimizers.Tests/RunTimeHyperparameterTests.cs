namespace LrGen.Optimizers.Tests;

/// <summary>Hyperparameters that come with the constructor: the same updates as with constants, or an exception that changes nothing.</summary>
public sealed partial class RunTimeHyperparameterTests
{
    [Fact]
    public void Values_of_run_time_give_the_bits_of_constants()
    {
        AssertSame(new RunTimeSgd(0.1, 0.9, 0.25, 0.01), new ConstantSgd());
        AssertSame(new RunTimeAdamW(0.8, 0.95f, 1e-6, 1), new ConstantAdamW());
        AssertSame(new RunTimeAdagrad(0.1) { InitialAccumulator = 0.5 }, new ConstantAdagrad());
        AssertSame(new RunTimeRmsProp(0.9, 0.5), new ConstantRmsProp());
        AssertSame(new RunTimeNAdam(0.01), new ConstantNAdam());
    }

    [Theory]
    [InlineData(0.1, 1, 0.25, 0.01, "momentum")]
    [InlineData(0.1, -0.1, 0.25, 0.01, "momentum")]
    [InlineData(0.1, double.NaN, 0.25, 0.01, "momentum")]
    [InlineData(0.1, 0.9, 1.5, 0.01, "dampening")]
    [InlineData(0.1, 0.9, 0.25, -1, "weightDecay")]
    [InlineData(0.1, 0.9, 0.25, double.PositiveInfinity, "weightDecay")]
    [InlineData(0, 0.9, 0.25, 0.01, "rate")]
    public void A_value_out_of_range_throws_and_changes_nothing(double rate, double momentum, double dampening, double weightDecay, string name)
    {
        var optimizer = new RunTimeSgd(rate, momentum, dampening, weightDecay);
        double[] parameters = [1, 2, 3], gradients = [1, 1, 1];
        var exception = Assert.Throws<ArgumentOutOfRangeException>(() => optimizer.Update(parameters, gradients));
        Assert.Equal(name, exception.ParamName);
        Assert.Contains(name == "rate" ? "[Constant] 'rate'" : "[Sgd] '" + char.ToUpperInvariant(name[0]) + name[1..] + "'", exception.Message);
        Assert.Equal([1, 2, 3], parameters);
        Assert.Equal((0L, 0), (optimizer.Step, optimizer.Parameters.Count));
    }

    private static void AssertSame(IOptimizer one, IOptimizer other)
    {
        var random = new Random(5);
        double[] parameters = RuleRuns.Random<double>(random, 23, 1), copy = [.. parameters];
        for (int step = 0; step < 100; step++)
        {
            double[] gradients = RuleRuns.Random<double>(random, 23, 1);
            one.Update(parameters, gradients);
            other.Update(copy, gradients);
            Assert.Equal(copy, parameters);
        }
    }

    [Sgd, Constant]
    private sealed partial class RunTimeSgd(double rate, double momentum, double dampening, double weightDecay);

    [Sgd(Momentum = 0.9, Dampening = 0.25, WeightDecay = 0.01), Constant(0.1)]
    private sealed partial class ConstantSgd;

    [AdamW, Constant(0.01)]
    private sealed partial class RunTimeAdamW(double beta1, float beta2, double adamWEpsilon, int weightDecay);

    [AdamW(Beta1 = 0.8, Beta2 = 0.95f, Epsilon = 1e-6, WeightDecay = 1), Constant(0.01)]
    private sealed partial class ConstantAdamW;

    [Adagrad, Constant(0.1)]
    private sealed partial class RunTimeAdagrad(double rateDecay)
    {
        public double InitialAccumulator { get; init; }
    }

    [Adagrad(RateDecay = 0.1, InitialAccumulator = 0.5), Constant(0.1)]
    private sealed partial class ConstantAdagrad;

    [RmsProp, Constant(0.01)]
    private sealed partial class RunTimeRmsProp(double alpha, double momentum);

    [RmsProp(Alpha = 0.9, Momentum = 0.5), Constant(0.01)]
    private sealed partial class ConstantRmsProp;

    [NAdam, Constant(0.01)]
    private sealed partial class RunTimeNAdam(double momentumDecay);

    [NAdam(MomentumDecay = 0.01), Constant(0.01)]
    private sealed partial class ConstantNAdam;
}
