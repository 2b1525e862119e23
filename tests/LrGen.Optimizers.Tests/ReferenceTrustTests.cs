using LrGen.Reference.Optimizers;

namespace LrGen.Optimizers.Tests;

/// <summary>LAMB and LARS by hand, in what the golden series leave out. Step 1 of LAMB has Adam's u = g/(|g| + ε).</summary>
public sealed class ReferenceTrustTests
{
    /// <summary>
    /// Gradients (3) and (4) have the norm 5 over both. λ = 0: u is g/(|g| + ε) with g = .6 and .8, and no ratio.
    /// </summary>
    [Fact]
    public void Lamb_clips_the_norm_over_all_tensors()
    {
        Lamb<double> optimizer = new([1], [1]) { WeightDecay = 0, Epsilon = 0.2 };
        double[][] parameters = [[1], [1]];
        optimizer.Step(parameters, [[3], [4]], 0.1);
        Optimize.Close([1 - 0.1 * 0.6 / 0.8, 1 - 0.1 * 0.8 / 1], [parameters[0][0], parameters[1][0]]);
        // Without a bound the gradients stay, and below it they do too.
        Optimize.Close([1 - 0.1 * 3 / 3.2], Optimize.From([1], new Lamb<double>([1]) { WeightDecay = 0, Epsilon = 0.2, MaxGradientNorm = null }, 0.1, [3]));
        Optimize.Close([1 - 0.1 * 0.3 / 0.5], Optimize.From([1], new Lamb<double>([1]) { WeightDecay = 0, Epsilon = 0.2 }, 0.1, [0.3]));
    }

    /// <summary>ε = 0: u = (1, 1) and (−1); each tensor steps by its own length along u: (3, 4) by 5/√2 each, and (2) by 2.</summary>
    [Fact]
    public void Lamb_fits_each_tensor_by_itself()
    {
        Lamb<double> optimizer = new([2], [1]) { WeightDecay = 0, Epsilon = 0, AlwaysAdapt = true };
        double[][] parameters = [[3, 4], [2]];
        optimizer.Step(parameters, [[1, 2], [-1]], 0.1);
        Optimize.Close([3 - 0.5 / Math.Sqrt(2), 4 - 0.5 / Math.Sqrt(2), 2.2], [.. parameters[0], .. parameters[1]]);
        Optimize.Close([1.9], Optimize.From([2], new Lamb<double>([1]) { WeightDecay = 0, Epsilon = 0, AlwaysAdapt = true, TrustClip = true }, 0.1, [1]));
        // A tensor of zeros, or a step of zeros, has the ratio 1.
        Optimize.Close([-0.1], Optimize.From([0], new Lamb<double>([1]) { Epsilon = 0 }, 0.1, [1]));
        Optimize.Close([2], Optimize.From([2], new Lamb<double>([1]) { WeightDecay = 0, AlwaysAdapt = true }, 0.1, [0]));
    }

    /// <summary>λ = .5, p = 2, ε = 0: u = −1 + .5·2 = 0 for a negative gradient, and 1 + 1 for a positive one, then 2 along it.</summary>
    [Fact]
    public void Lamb_decays_within_the_step()
    {
        Optimize.Close([2], Optimize.From([2], new Lamb<double>([1]) { WeightDecay = 0.5, Epsilon = 0 }, 0.1, [-1]));
        Optimize.Close([2 - 0.1 * 2], Optimize.From([2], new Lamb<double>([1]) { WeightDecay = 0.5, Epsilon = 0 }, 0.1, [1]));
    }

    /// <summary>Whole gradients make m = g rather than .1·g, which bc1 = .1 divides: u = 10·g/|g|.</summary>
    [Fact]
    public void Lamb_may_take_gradients_whole() => Optimize.Close(
        [1 - 0.1 * 10], Optimize.From([1], new Lamb<double>([1]) { WeightDecay = 0, Epsilon = 0, GradientAveraging = false }, 0.1, [0.5]));

    /// <summary>
    /// p = (3, 4), g = (0, 2), λ = .5, c = .1, ε = .5: r = .1·5/(2 + 2.5 + .5) = .1; the direction is r·(g + λp) = (.15, .4).
    /// </summary>
    [Fact]
    public void Lars_scales_the_decayed_gradient()
    {
        Lars<double> optimizer = new([2]) { WeightDecay = 0.5, Trust = 0.1, Epsilon = 0.5 };
        Optimize.Close([3 - 0.015, 4 - 0.04], Optimize.From([3, 4], optimizer, 0.1, [0, 2]));
    }

    /// <summary>p = 4, g = 2, λ = 0, ε = 0, c = .1: r = .2. Clipped, r/η = 2 is 1 for η = .1, and .5 for η = .4.</summary>
    [Fact]
    public void Lars_may_be_clipped_and_adapt_without_decay()
    {
        Optimize.Close([4 - 0.1 * 2], Optimize.From([4], new Lars<double>([1]) { Trust = 0.1, Epsilon = 0 }, 0.1, [2]));
        Optimize.Close([4 - 0.1 * 0.4], Optimize.From([4], Adapting(false), 0.1, [2]));
        Optimize.Close([4 - 0.1 * 2], Optimize.From([4], Adapting(true), 0.1, [2]));
        Optimize.Close([4 - 0.4 * 1], Optimize.From([4], Adapting(true), 0.4, [2]));
        // A tensor of zeros, or a gradient of zeros, has the ratio 1.
        Optimize.Close([-0.2], Optimize.From([0], Adapting(false), 0.1, [2]));
        Optimize.Close([4 - 0.1 * 0.5 * 4], Optimize.From([4], new Lars<double>([1]) { WeightDecay = 0.5 }, 0.1, [0]));

        static Lars<double> Adapting(bool clip) => new([1]) { Trust = 0.1, Epsilon = 0, AlwaysAdapt = true, TrustClip = clip };
    }

    /// <summary>λ = 0: SGD's momentum, with a look ahead: 1 + .5·1, then 1 + .5·(.5·1 + 1).</summary>
    [Fact]
    public void Lars_has_the_momentum_of_sgd()
    {
        double[] lars = Optimize.From([0], new Lars<double>([1]) { Momentum = 0.5, Nesterov = true }, 1, [1], [1]);
        Optimize.Close([-1.5 - 1.75], lars);
        lars = Optimize.From([0], new Lars<double>([1]) { Momentum = 0.5, Dampening = 0.25 }, 1, [1], [1]);
        Optimize.Close([-1 - 1.25], lars);
    }
}
