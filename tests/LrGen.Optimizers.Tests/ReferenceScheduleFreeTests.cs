using LrGen.Reference.Optimizers;

namespace LrGen.Optimizers.Tests;

/// <summary>Schedule-free steps by hand, and against the three points that their paper writes.</summary>
public sealed class ReferenceScheduleFreeTests
{
    /// <summary>
    /// η = .5, β = .9, p = 1, g = .4, .2, −.6. z = .8, .7, 1; x, the mean of them, = .8, .75, .8333…; y = .1z + .9x = .8, .745, .85.
    /// </summary>
    [Fact]
    public void Sgd_averages_where_its_gradients_go()
    {
        ScheduleFreeSgd<double> optimizer = new([1]);
        double[][] parameter = [[1]];
        double[] gradients = [0.4, 0.2, -0.6], x = [0.8, 0.75, 2.5 / 3], y = [0.8, 0.745, 0.85];
        for (int step = 0; step < 3; step++)
        {
            optimizer.Step(parameter, [[gradients[step]]], 0.5);
            Optimize.Close([y[step]], parameter[0]);
            optimizer.Evaluate(parameter);
            Optimize.Close([x[step]], parameter[0]);
            optimizer.Train(parameter);
            Optimize.Close([y[step]], parameter[0]);
        }
    }

    /// <summary>
    /// Two steps of warm-up to η = 1: rates .5 and 1, weights rate², so c = 1 and 1/1.25 = .8. β = .9, p = 1, g = 1, 1: z = .5, −.5; x = .5,
    /// .2·.5 + .8·(−.5) = −.3; y = .5, −.05 − .27. With r = 1 the second weight is 2, and c = 2/2.25; with the power 0 of the rate ½.
    /// </summary>
    [Theory]
    [InlineData(0, 2, 0.8)]
    [InlineData(1, 2, 2 / 2.25)]
    [InlineData(0, 0, 0.5)]
    public void Steps_weigh_by_the_largest_rate(double stepPower, double ratePower, double share)
    {
        ScheduleFreeSgd<double> optimizer = new([1]) { WarmupSteps = 2, StepPower = stepPower, RatePower = ratePower };
        double[] parameter = Optimize.From([1], optimizer, 1, [1]);
        Optimize.Close([0.5], parameter);
        double x = (1 - share) * 0.5 - share * 0.5;
        Optimize.Close([0.1 * -0.5 + 0.9 * x], Optimize.From(parameter, optimizer, 1, [1]));
    }

    /// <summary>The weight is of the largest rate: after 1, a rate of .1 weighs as much, c = ½.</summary>
    [Fact]
    public void A_rate_that_falls_does_not_weigh_less()
    {
        ScheduleFreeSgd<double> optimizer = new([1]);
        double[] parameter = Optimize.From([1], optimizer, 1, [1]);
        // z = 0, then −.1; x = 0, then −.05.
        Optimize.Close([0.1 * -0.1 + 0.9 * -0.05], Optimize.From(parameter, optimizer, 0.1, [1]));
    }

    /// <summary>A warm-up from outside may start at 0: then nothing weighs anything yet, and nothing moves.</summary>
    [Fact]
    public void A_first_rate_of_0_weighs_nothing()
    {
        ScheduleFreeSgd<double> optimizer = new([1]);
        double[] parameter = Optimize.From([1], optimizer, 0, [1]);
        Assert.Equal([1], (ReadOnlySpan<double>)parameter);
        Optimize.Close([0.5], Optimize.From(parameter, optimizer, 0.5, [1]));
    }

    /// <summary>β1 = .9, ε = .5, λ = .5, η = .1, p = 1, g = 2: ĝ = 2/2.5 + .5·1 = 1.3, and y = z = x = 1 − .13.</summary>
    [Fact]
    public void AdamW_decays_at_y()
    {
        ScheduleFreeAdamW<double> optimizer = new([1]) { Epsilon = 0.5, WeightDecay = 0.5 };
        double[] parameter = Optimize.From([1], optimizer, 0.1, [2]);
        Optimize.Close([0.87], parameter);
        // g = 0: v = .999·.004, so ĝ = 0 + .5·.87; z = .87 − .0435; x is the mean of both z.
        double z = 0.87 - 0.0435;
        Optimize.Close([0.1 * z + 0.9 * (0.87 + z) / 2], Optimize.From(parameter, optimizer, 0.1, [0]));
    }

    /// <summary>The paper's form: y = (1 − β)z + βx, z ← z − η·(g(y) + λy), x ← (1 − c)x + cz, with x kept.</summary>
    [Fact]
    public void Parameters_are_y_of_the_paper()
    {
        const double Beta = 0.8, Decay = 0.1;
        Random random = new(5);
        ScheduleFreeSgd<double> optimizer = new([1]) { Momentum = Beta, WeightDecay = Decay, WarmupSteps = 10 };
        double[][] parameter = [[1]];
        double z = 1, x = 1, weights = 0;
        for (int t = 1; t <= 200; t++)
        {
            double y = (1 - Beta) * z + Beta * x, gradient = y + random.NextDouble() - 0.5, rate = 0.3 * Math.Min(1, t / 10.0);
            Optimize.Close([y], parameter[0], 1e-11, 1e-12);
            optimizer.Step(parameter, [[gradient]], 0.3);
            weights += rate * rate;
            z -= rate * (gradient + Decay * y);
            x += rate * rate / weights * (z - x);
            if (t % 20 == 0)
            {
                optimizer.Evaluate(parameter);
                Optimize.Close([x], parameter[0], 1e-11, 1e-12);
                optimizer.Train(parameter);
            }
        }
    }

    [Fact]
    public void Evaluation_is_left_before_a_step()
    {
        ScheduleFreeSgd<double> optimizer = new([1]);
        double[][] parameter = [[1]];
        optimizer.Evaluate(parameter);
        Assert.Equal(1, parameter[0][0]);
        Assert.Throws<InvalidOperationException>(() => optimizer.Step(parameter, [[1]], 0.1));
        optimizer.Train(parameter);
        optimizer.Step(parameter, [[1]], 0.1);
        optimizer.Step(parameter, [[1]], 0.1);
        double trained = parameter[0][0];
        optimizer.Train(parameter);
        Assert.Equal(trained, parameter[0][0]);
        optimizer.Evaluate(parameter);
        double evaluated = parameter[0][0];
        Assert.NotEqual(trained, evaluated, 1e-3);
        optimizer.Evaluate(parameter);
        Assert.Equal(evaluated, parameter[0][0]);
    }
}
