using LrGen.Reference.Optimizers;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch.optim;

namespace LrGen.Peers.Tests;

/// <summary>
/// 1,000 steps of an optimizer down a noisy quadratic over two tensors, at a rate that falls along a cosine. Each side takes the gradient at
/// its own parameters, so that a difference in one step is still there in the next ones.
/// </summary>
internal static class OptimizerRuns
{
    public const int Steps = 1_000;

    public static int[][] Shapes => [[3, 4], [5]];

    public static int Elements => 17;

    /// <summary>The rate of a step, between 1.05 and .05 of the one that is given.</summary>
    public static double RateAt(double rate, int step) => rate * (1.1 + Math.Cos(Math.PI * step / Steps)) / 2;

    /// <summary>TorchSharp's parameters after each step.</summary>
    /// <param name="make">Makes the optimizer.</param>
    /// <param name="rate">The rate that the cosine starts from.</param>
    /// <param name="single">Whether the tensors are of single precision.</param>
    /// <param name="uphill">Whether the gradient is the negative one, for optimizers that maximise.</param>
    /// <param name="before">What happens to the group of parameters before a step.</param>
    /// <param name="steps">How many steps it takes.</param>
    public static double[] TorchSharp(
        Func<Parameter[], double, Optimizer> make, double rate, bool single = false, bool uphill = false, Action<int, ILearningRateController>? before = null,
        int steps = Steps)
    {
        Assert.True(Peer.Failure is null, Peer.Failure);
        var type = single ? torch.float32 : torch.float64;
        Parameter[] parameters =
            [.. Shapes.Select((shape, tensor) => new Parameter(torch.tensor(Start(tensor), [.. shape.Select(n => (long)n)]).to(type)))];
        using var optimizer = make(parameters, rate);
        var group = optimizer.ParamGroups.Single();
        List<double> all = [];
        for (int step = 0; step < steps; step++)
        {
            using var scope = torch.NewDisposeScope();
            optimizer.zero_grad();
            for (int tensor = 0; tensor < parameters.Length; tensor++)
            {
                var gradient = torch.tensor(Gradient(Values(parameters[tensor]), tensor, step, uphill), parameters[tensor].shape).to(type);
                (parameters[tensor] * gradient).sum().backward();
            }

            group.LearningRate = RateAt(rate, step);
            before?.Invoke(step, group);
            optimizer.step();
            all.AddRange(parameters.SelectMany(Values));
        }

        return [.. all];
    }

    /// <summary>The reference's parameters after each step.</summary>
    /// <param name="optimizer">The reference.</param>
    /// <param name="rate">The rate of a step.</param>
    /// <param name="uphill">Whether the gradient is the negative one, for optimizers that maximise.</param>
    /// <param name="before">What happens before a step.</param>
    public static double[] Reference(ReferenceOptimizer optimizer, Func<int, double> rate, bool uphill = false, Action<int>? before = null)
    {
        double[][] p = [Start(0), Start(1)];
        // Gradients are taken at what the parameters are, so those of single precision start as such.
        if (optimizer.GetType().GenericTypeArguments[0] == typeof(float))
            p = [.. p.Select(tensor => Array.ConvertAll(tensor, x => (double)(float)x))];
        List<double> all = [];
        for (int step = 0; step < Steps; step++)
        {
            before?.Invoke(step);
            optimizer.Step(p, [Gradient(p[0], 0, step, uphill), Gradient(p[1], 1, step, uphill)], rate(step));
            all.AddRange(p.SelectMany(tensor => tensor));
        }

        return [.. all];
    }

    /// <summary>The largest difference over all steps, as a share of the parameter or of <paramref name="least"/>.</summary>
    public static double Difference(double[] expected, double[] actual, double least = 1e-3)
    {
        Assert.Equal(expected.Length, actual.Length);
        double largest = 0;
        for (int i = 0; i < expected.Length; i++)
        {
            double difference = Math.Abs(actual[i] - expected[i]) / Math.Max(Math.Abs(expected[i]), least);
            // NaN is no largest of anything.
            largest = double.IsNaN(difference) ? double.PositiveInfinity : Math.Max(largest, difference);
        }

        return largest;
    }

    /// <summary>Where a tensor starts.</summary>
    public static double[] Start(int tensor) => [.. Enumerable.Range(0, tensor == 0 ? 12 : 5).Select(i => 0.5 + Math.Sin(i + 1 + 20 * tensor))];

    /// <summary>
    /// The noise is as large as the slope, and each of its waves is short: where it is small or slow, a rule that divides by the
    /// deviation of recent gradients turns a rounding into a percent within 1,000 steps, whoever computes it.
    /// </summary>
    public static double[] Gradient(double[] p, int tensor, int step, bool uphill)
    {
        double[] downhill = [.. p.Select((x, i) => (0.2 + 0.1 * i) * (x - (i + 1) * 0.1) + 0.5 * Math.Sin(step * (1.3 + 0.37 * i + tensor)))];
        return uphill ? [.. downhill.Select(g => -g)] : downhill;
    }

    private static double[] Values(torch.Tensor tensor)
    {
        using var scope = torch.NewDisposeScope();
        return tensor.detach().to(torch.float64).data<double>().ToArray();
    }
}
