using BenchmarkDotNet.Attributes;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace LrGen.Optimizers.Benchmarks;

/// <summary>One update of a generated optimizer, its rate included, beside one of TorchSharp's with its rate set; one thread each.</summary>
public class TorchBenchmarks
{
    private readonly AdamOptimizer _adam = new();
    private readonly MomentumOptimizer _momentum = new();
    private float[] _parameters = [];
    private float[] _gradients = [];
    private long _step;
    private optim.Optimizer _torchAdam = null!;
    private optim.Optimizer _torchMomentum = null!;
    private optim.ILearningRateController _adamGroup = null!;
    private optim.ILearningRateController _momentumGroup = null!;

    [Params(Data.Small, Data.Medium, Data.Large)]
    public int Parameters { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        set_num_threads(1);
        _parameters = Data.Numbers(Parameters, 1);
        _gradients = Data.Numbers(Parameters, 2);
        (_torchAdam, _adamGroup) = Prepared(p => optim.Adam([p], 1e-3));
        (_torchMomentum, _momentumGroup) = Prepared(p => optim.SGD([p], 1e-3, momentum: 0.9));
    }

    [BenchmarkCategory("Adam"), Benchmark(Baseline = true)]
    public void TorchSharpAdam()
    {
        _adamGroup.LearningRate = _adam.RateAt(_step++);
        _torchAdam.step();
    }

    [BenchmarkCategory("Adam"), Benchmark]
    public bool LrGenAdam() => _adam.Update(_parameters, _gradients);

    [BenchmarkCategory("SGD, momentum"), Benchmark(Baseline = true)]
    public void TorchSharpMomentum()
    {
        _momentumGroup.LearningRate = _momentum.RateAt(_step++);
        _torchMomentum.step();
    }

    [BenchmarkCategory("SGD, momentum"), Benchmark]
    public bool LrGenMomentum() => _momentum.Update(_parameters, _gradients);

    private (optim.Optimizer, optim.ILearningRateController) Prepared(Func<Parameter, optim.Optimizer> create)
    {
        var parameter = new Parameter(tensor(_parameters));
        parameter.grad = tensor(_gradients);
        var optimizer = create(parameter);
        return (optimizer, optimizer.ParamGroups.First());
    }
}
