using TorchSharp.Modules;
using static TorchSharp.torch.optim;

namespace LrGen.Peers.Tests;

/// <summary>Generated optimizers beside TorchSharp's own, over the steps of <see cref="OptimizerRuns"/>, in single precision as they are used.</summary>
public sealed class GeneratedOptimizerTests
{
    /// <summary>Against the larger of the parameter and .1: libtorch divides where generated code multiplies by a reciprocal.</summary>
    private const double Single = 1e-5;

    /// <summary>In double, a thousand roundings of 1e-16, some of which momentum adds up.</summary>
    private const double Double = 1e-11;

    private static readonly Dictionary<string, Case> s_cases = new()
    {
        ["Plain"] = new(0.1, () => new Optimizers.Plain(), (p, rate) => SGD(p, rate)),
        ["Dampened"] = new(0.1, () => new Optimizers.Dampened(), (p, rate) => SGD(p, rate, momentum: 0.9, dampening: 0.5, weight_decay: 0.1)),
        ["Nesterov"] = new(0.1, () => new Optimizers.Nesterov(), (p, rate) => SGD(p, rate, momentum: 0.9, nesterov: true, weight_decay: 0.1)),
        ["Adam"] = new(0.02, () => new Optimizers.Adam(), (p, rate) => Adam(p, rate)),
        ["AdamLargest"] = new(0.02, () => new Optimizers.AdamLargest(), (p, rate) => Adam(p, rate, beta2: 0.9, amsgrad: true, weight_decay: 0.1)),
        // TorchSharp's AdamW does not decay unless it is told.
        ["AdamW"] = new(0.02, () => new Optimizers.AdamW(), (p, rate) => AdamW(p, rate, weight_decay: 0.01)),
        ["AdamWLargest"] = new(0.02, () => new Optimizers.AdamWLargest(), (p, rate) => AdamW(p, rate, beta2: 0.9, amsgrad: true, weight_decay: 0.5)),
        ["NAdam"] = new(0.02, () => new Optimizers.NAdam(), (p, rate) => NAdam(p, rate)),
        ["NAdamOther"] = new(0.02, () => new Optimizers.NAdamOther(), (p, rate) => NAdam(p, rate, 0.8, 0.9, momentum_decay: 0.1, weight_decay: 0.1)),
        ["RAdamNeverRectified"] = new(0.1, () => new Optimizers.RAdamNeverRectified(), (p, rate) => RAdam(p, rate, beta2: 0.6, weight_decay: 0.1)),
        ["Adamax"] = new(0.02, () => new Optimizers.Adamax(), (p, rate) => Adamax(p, rate)),
        ["AdamaxOther"] = new(0.02, () => new Optimizers.AdamaxOther(), (p, rate) => Adamax(p, rate, 0.8, 0.9, 1e-2, 0.1)),
        ["Adagrad"] = new(0.2, () => new Optimizers.Adagrad(), (p, rate) => Adagrad(p, rate)),
        ["AdagradOther"] = new(
            0.2, () => new Optimizers.AdagradOther(), (p, rate) => Adagrad(p, rate, lr_decay: 0.01, weight_decay: 0.1, initial_accumulator_value: 0.5, eps: 1e-2)),
        ["Adadelta"] = new(1, () => new Optimizers.Adadelta(), (p, rate) => Adadelta(p, rate)),
        ["AdadeltaOther"] = new(1, () => new Optimizers.AdadeltaOther(), (p, rate) => Adadelta(p, rate, 0.8, 1e-4, 0.1)),
        ["RmsProp"] = new(0.02, () => new Optimizers.RmsProp(), (p, rate) => RMSProp(p, rate)),
        ["RmsPropCentered"] = new(0.02, () => new Optimizers.RmsPropCentered(), (p, rate) => RMSProp(p, rate, 0.9, 1e-3, 0.1, 0.5, true)),
        ["MovedMomentum"] = new(
            0.1, () => new Optimizers.MovedMomentum(), (p, rate) => SGD(p, rate, momentum: 0.9),
            (step, group) => ((IMomentum)group).Momentum = new Optimizers.MovedMomentum().MomentumAt(step)),
        ["MovedBeta1"] = new(
            0.02, () => new Optimizers.MovedBeta1(), (p, rate) => Adam(p, rate),
            (step, group) => ((IBetas)group).Betas = (new Optimizers.MovedBeta1().Beta1At(step), 0.999)),
    };

    public static TheoryData<string> Names => [.. s_cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Updates_like_TorchSharp(string name)
    {
        var (rate, generated, torch, before) = s_cases[name];
        double[] single = OptimizerRuns.TorchSharp(torch, rate, single: true, before: before);
        Assert.InRange(OptimizerRuns.Difference(single, Singles(generated()), least: 0.1), 0, Single);
        double[] real = OptimizerRuns.TorchSharp(torch, rate, before: before);
        Assert.InRange(OptimizerRuns.Difference(real, Doubles(generated())), 0, Double);
    }

    /// <summary>
    /// TorchSharp 0.107 multiplies RAdam's rate in twice once the rectification starts, at update 6 for β₂ = .999: until then updates are the
    /// same.
    /// </summary>
    [Fact]
    public void RAdam_of_TorchSharp_takes_another_rate_once_it_rectifies()
    {
        double[] peer = OptimizerRuns.TorchSharp((p, rate) => RAdam(p, rate, weight_decay: 0.1), 0.5, single: true);
        double[] generated = Singles(new Optimizers.RAdam());
        int before = 5 * OptimizerRuns.Elements;
        Assert.InRange(OptimizerRuns.Difference(peer[..before], generated[..before], least: 0.1), 0, Single);
        Assert.InRange(OptimizerRuns.Difference(peer[..(before + OptimizerRuns.Elements)], generated[..(before + OptimizerRuns.Elements)], 0.1), 1e-3, double.MaxValue);
    }

    private static double[] Singles(IOptimizer optimizer) => Run(
        Array.ConvertAll([.. OptimizerRuns.Start(0), .. OptimizerRuns.Start(1)], p => (float)p),
        (name, parameters, gradients, shape) => optimizer.Parameters.Add(name, parameters, gradients, shape: shape), optimizer, p => p, g => (float)g);

    private static double[] Doubles(IOptimizer optimizer) => Run(
        [.. OptimizerRuns.Start(0), .. OptimizerRuns.Start(1)],
        (name, parameters, gradients, shape) => optimizer.Parameters.Add(name, parameters, gradients, shape: shape), optimizer, p => p, g => g);

    /// <summary>The parameters after each step.</summary>
    private static double[] Run<T>(
        T[] parameters, Action<string, Memory<T>, Memory<T>, int[]> add, IOptimizer optimizer, Converter<T, double> widen, Converter<double, T> narrow)
    {
        T[] gradients = new T[parameters.Length];
        int first = OptimizerRuns.Start(0).Length;
        add("matrix", parameters.AsMemory(0, first), gradients.AsMemory(0, first), OptimizerRuns.Shapes[0]);
        add("vector", parameters.AsMemory(first), gradients.AsMemory(first), OptimizerRuns.Shapes[1]);
        List<double> all = [];
        for (int step = 0; step < OptimizerRuns.Steps; step++)
        {
            double[] at = Array.ConvertAll(parameters, widen);
            double[] slopes = [.. OptimizerRuns.Gradient(at[..first], 0, step, uphill: false), .. OptimizerRuns.Gradient(at[first..], 1, step, uphill: false)];
            Array.ConvertAll(slopes, narrow).CopyTo(gradients, 0);
            optimizer.Update();
            all.AddRange(Array.ConvertAll(parameters, widen));
        }

        return [.. all];
    }

    /// <summary>A generated optimizer and TorchSharp's, the rate of both, and what happens to TorchSharp's group before a step.</summary>
    private sealed record Case(
        double Rate, Func<IOptimizer> Generated, Func<Parameter[], double, Optimizer> TorchSharp, Action<int, ILearningRateController>? Before = null);
}
