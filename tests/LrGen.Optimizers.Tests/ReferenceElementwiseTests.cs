using LrGen.Reference.Optimizers;

namespace LrGen.Optimizers.Tests;

/// <summary>First steps by hand of the rules and options that no golden series has. Step 1 has m̂ = g and v̂ = g² in every form of Adam.</summary>
public sealed class ReferenceElementwiseTests
{
    /// <summary>
    /// η = .1, λ = .5, g = 2, −1. Step 1: 1·(1 − .05) − .1·2/(2 + ε). Step 2: m = .9·.2 − .1 = .08, over .19; v = .999·.004 + .001 = .004996,
    /// over .001999.
    /// </summary>
    [Fact]
    public void AdamW_decays_before_it_steps()
    {
        double first = 0.95 - 0.2 / (2 + 1e-8);
        double second = 0.95 * first - 0.1 * (8.0 / 19) / (Math.Sqrt(4996.0 / 1999) + 1e-8);
        AssertSteps(new AdamW<double>([1]) { WeightDecay = 0.5 }, 0.1, 1, [2, -1], [first, second]);
        // The default is PyTorch's 1e-2.
        AssertSteps(new AdamW<double>([1]), 0.1, 1, [2], [0.999 - 0.2 / (2 + 1e-8)]);
    }

    /// <summary>β1 = .5, β2 = .75, g = 4, 0, ε = 0: v = 4, then 3; m = 2, then 1; bc1 = 1/2, 3/4; bc2 = 1/4, 7/16. The larger v is the first.</summary>
    [Fact]
    public void Amsgrad_keeps_the_largest_v_before_its_correction()
    {
        double first = -0.1 * 4 / 4;
        double amsgrad = first - 0.1 * (4.0 / 3) / (2 / Math.Sqrt(7.0 / 16));
        double plain = first - 0.1 * (4.0 / 3) / Math.Sqrt(3 / (7.0 / 16));
        AssertSteps(new Adam<double>([1]) { Beta1 = 0.5, Beta2 = 0.75, Epsilon = 0, Amsgrad = true }, 0.1, 0, [4, 0], [first, amsgrad]);
        AssertSteps(new Adam<double>([1]) { Beta1 = 0.5, Beta2 = 0.75, Epsilon = 0 }, 0.1, 0, [4, 0], [first, plain]);
        AssertSteps(
            new AdamW<double>([1]) { Beta1 = 0.5, Beta2 = 0.75, Epsilon = 0, Amsgrad = true, WeightDecay = 0 }, 0.1, 0, [4, 0], [first, amsgrad]);
    }

    /// <summary>p = 1, g = −.5, λ = .5: the gradient with its decay is 0, so nothing moves, whatever the rule.</summary>
    [Fact]
    public void Weight_decay_in_the_gradient_can_cancel_it()
    {
        ReferenceOptimizer[] optimizers =
        [
            new Sgd<double>([1]) { WeightDecay = 0.5 }, new Adam<double>([1]) { WeightDecay = 0.5 }, new NAdam<double>([1]) { WeightDecay = 0.5 },
            new RAdam<double>([1]) { WeightDecay = 0.5 }, new Adamax<double>([1]) { WeightDecay = 0.5 },
            new Adagrad<double>([1]) { WeightDecay = 0.5 }, new Adadelta<double>([1]) { WeightDecay = 0.5 },
            new RmsProp<double>([1]) { WeightDecay = 0.5 }, new ScheduleFreeSgd<double>([1]) { WeightDecay = 0.5 },
        ];
        Assert.All(optimizers, optimizer => AssertSteps(optimizer, 0.1, 1, [-0.5], [1]));
    }

    /// <summary>
    /// η = .1, λ = .5, p = 1, g = 2. NAdam: μ = .9(1 − ½·.96^.004), μ' with .008; Π = μ, so the gradient's factor is η, and m = .2.
    /// RAdam's first steps are −η·m̂, without a denominator; the first one alone would be the same with the decay in the gradient.
    /// </summary>
    [Fact]
    public void NAdam_and_RAdam_may_decay_apart_from_the_gradient()
    {
        double mu = 0.9 * (1 - 0.5 * Math.Pow(0.96, 0.004)), next = 0.9 * (1 - 0.5 * Math.Pow(0.96, 0.008));
        double first = 0.95 - (0.1 * 2 + 0.1 * next / (1 - mu * next) * 0.2) / (2 + 1e-8);
        AssertSteps(new NAdam<double>([1]) { WeightDecay = 0.5, Decoupled = true }, 0.1, 1, [2], [first]);
        AssertSteps(new RAdam<double>([1]) { WeightDecay = 0.5, Decoupled = true }, 0.1, 1, [2, 2], [0.75, 0.75 * 0.95 - 0.2]);
    }

    /// <summary>
    /// For β2 = .999, ρ of step 5 is just below 5 and of step 6 just above. With g = 1 all along m̂ = 1 and √bc2/√v = 1, so step 6 is η·r;
    /// ρ∞ = 1999 and ρ = 1999 − 12·.999⁶/(1 − .999⁶) give r.
    /// </summary>
    [Fact]
    public void RAdam_rectifies_from_the_sixth_step_on()
    {
        Assert.InRange(RAdam<double>.Rho(0.999, 5), 4.9, 5);
        Assert.InRange(RAdam<double>.Rho(0.999, 6), 5, 6);
        double power = Math.Pow(0.999, 6), rho = 1999 - 12 * power / (1 - power);
        double r = Math.Sqrt((rho - 4) * (rho - 2) * 1999 / (1995.0 * 1997 * rho));
        double[] rates = [0.1, 0.1, 0.1, 0.1, 0.1, 0.1 * r];
        double sum = 0;
        // ρ is a difference of nearly equal numbers: ten digits are left of it.
        AssertSteps(new RAdam<double>([1]) { Epsilon = 0 }, 0.1, 0, [1, 1, 1, 1, 1, 1], [.. rates.Select(rate => sum -= rate)], 1e-9);
    }

    /// <summary>The sum starts from 3: with g = 1 it is 4, and the root 2.</summary>
    [Fact]
    public void Adagrad_starts_from_a_given_sum()
    {
        AssertSteps(new Adagrad<double>([1]) { Epsilon = 0, InitialAccumulator = 3 }, 0.1, 1, [1], [0.95]);
        AssertSteps(new Adagrad<double>([1]) { Epsilon = 0 }, 0.1, 1, [1], [0.9]);
    }

    /// <summary>ε is added to |g|, and the decayed u stays where it is larger: u = 2 + ε, then .999·(2 + ε).</summary>
    [Fact]
    public void Adamax_adds_epsilon_to_the_gradient()
    {
        double first = -0.1 * 2 / 2.5, second = first - 0.1 / 0.19 * (0.9 * 0.2 + 0.1 * 1) / (0.999 * 2.5);
        AssertSteps(new Adamax<double>([1]) { Epsilon = 0.5 }, 0.1, 0, [2, 1], [first, second]);
    }

    /// <summary>η = .1, λ = .5: step 1 averages .1·2 &gt; 0; m = .02; step 2 averages .018 − .01 &gt; 0, against its gradient's sign.</summary>
    [Fact]
    public void Lion_goes_by_the_sign_of_an_average()
    {
        double first = 0.95 - 0.1;
        AssertSteps(new Lion<double>([1]) { WeightDecay = 0.5 }, 0.1, 1, [2, -0.1], [first, 0.95 * first - 0.1]);
        // m after step 2 is .99·.02 − .001 = .0188: the average turns where .9·.0188 = .1·.1692 is outweighed.
        AssertSteps(new Lion<double>([1]), 0.1, 0, [2, -0.1, -0.1691], [-0.1, -0.2, -0.3]);
        AssertSteps(new Lion<double>([1]), 0.1, 0, [2, -0.1, -0.1693], [-0.1, -0.2, -0.1]);
        AssertSteps(new Lion<double>([1]), 0.1, 1, [0], [1]);
    }

    [Fact]
    public void Lion_moves_everything_by_the_rate()
    {
        Random random = new(1);
        Lion<double> optimizer = new([20]);
        double[] parameter = new double[20];
        for (int step = 0; step < 50; step++)
        {
            double[] before = [.. parameter];
            optimizer.Step([parameter], [Optimize.Normal(random, 20)], 0.25);
            for (int i = 0; i < 20; i++)
                Assert.Equal(0.25, Math.Abs(parameter[i] - before[i]));
        }
    }

    /// <summary>μ = 0 keeps no buffer, so the first step with momentum takes its gradient whole: 1, then 2·.5 + (1 − .25)·1.</summary>
    [Fact]
    public void Momentum_that_starts_later_starts_with_a_whole_gradient()
    {
        Sgd<double> optimizer = new([1]) { Dampening = 0.25 };
        double[] parameter = Optimize.From([0], optimizer, 1, [8]);
        optimizer.Momentum = 0.5;
        parameter = Optimize.From(parameter, optimizer, 1, [2], [1]);
        Optimize.Close([-8 - 2 - 1.75], parameter);
    }

    /// <summary>A rate that changes multiplies the whole buffer: −1·2, then −.1·(.5·2 + 1).</summary>
    [Fact]
    public void Momentum_is_multiplied_by_the_rate_of_its_step()
    {
        Sgd<double> optimizer = new([1]) { Momentum = 0.5 };
        double[] parameter = Optimize.From([0], optimizer, 1, [2]);
        Optimize.Close([-2.2], Optimize.From(parameter, optimizer, 0.1, [1]));
    }

    /// <summary>Centered: s = .01·4, ḡ = .01·2, so the root is √(.04 − .0004) = √.0396.</summary>
    [Fact]
    public void RmsProp_divides_by_the_deviation_where_it_is_centered()
    {
        AssertSteps(new RmsProp<double>([1]) { Centered = true, Epsilon = 0.5 }, 0.1, 0, [2], [-0.2 / (Math.Sqrt(0.0396) + 0.5)]);
        AssertSteps(new RmsProp<double>([1]) { Epsilon = 0.5, Momentum = 0.9 }, 0.1, 0, [2, 0], [-0.2 / 0.7, -0.2 / 0.7 * 1.9]);
    }

    /// <summary>Only the gradient is negated, before the decay is added to it: with g = −2 the parameter goes as with 2.</summary>
    [Fact]
    public void Maximizing_negates_the_gradient_before_everything()
    {
        double[] up = Optimize.From([1, -2], new Sgd<double>([2]) { WeightDecay = 0.5, Momentum = 0.9, Maximize = true }, 0.1, [-2, 3], [1, 1]);
        double[] down = Optimize.From([1, -2], new Sgd<double>([2]) { WeightDecay = 0.5, Momentum = 0.9 }, 0.1, [2, -3], [-1, -1]);
        Assert.Equal(down, up);
        Assert.Equal(1 - 0.1 * 2 - 0.1 * 0.5, Optimize.From([1], new Sgd<double>([1]) { WeightDecay = 0.5, Maximize = true }, 0.1, [-2])[0], 1e-15);
    }

    [Fact]
    public void Gradients_are_left_and_wrong_sizes_refused()
    {
        double[] gradient = [1];
        new Lamb<double>([1]) { Maximize = true, MaxGradientNorm = 0.1 }.Step([[1]], [gradient], 0.1);
        Assert.Equal([1], gradient);
        Assert.Throws<ArgumentException>(() => new Sgd<double>([2]).Step([[1]], [[1, 1]], 0.1));
        Assert.Throws<ArgumentException>(() => new Sgd<double>([1]).Step([[1]], [[1, 1]], 0.1));
        Assert.Throws<ArgumentException>(() => new Sgd<double>([1]).Step([[1]], [[1], [1]], 0.1));
        Assert.Throws<ArgumentException>(() => new Sgd<double>([1]).Step([[1], [1]], [[1]], 0.1));
    }

    private static void AssertSteps(
        ReferenceOptimizer optimizer, double rate, double start, double[] gradients, double[] expected, double relative = 1e-12)
    {
        double[] parameter = [start];
        for (int step = 0; step < gradients.Length; step++)
        {
            parameter = Optimize.From(parameter, optimizer, rate, [gradients[step]]);
            Optimize.Close([expected[step]], parameter, relative);
        }
    }
}
