using BenchmarkDotNet.Attributes;

namespace LrGen.Optimizers.Benchmarks;

/// <summary>
/// One Adam update beside a plain copy of as many bytes. Adam reads four arrays and writes three, 28 bytes for a parameter; the copy reads 14
/// and writes 14.
/// </summary>
public class CopyBenchmarks
{
    private const int ArraysTouched = 7;

    private readonly AdamOptimizer _adam = new();
    private readonly AdamOptimizer _two = new() { Threads = 2 };
    private readonly ClippedAdamOptimizer _clipped = new();
    private float[] _parameters = [];
    private float[] _gradients = [];
    private float[] _source = [];
    private float[] _target = [];

    [Params(Data.Medium, Data.Large)]
    public int Parameters { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _parameters = Data.Numbers(Parameters, 1);
        _gradients = Data.Numbers(Parameters, 2);
        _source = Data.Numbers(Parameters / 2 * ArraysTouched, 3);
        _target = new float[_source.Length];
    }

    [Benchmark(Baseline = true)]
    public void Copy() => _source.AsSpan().CopyTo(_target);

    [Benchmark]
    public bool Adam() => _adam.Update(_parameters, _gradients);

    [Benchmark]
    public bool AdamOfTwoThreads() => _two.Update(_parameters, _gradients);

    [Benchmark]
    public bool AdamWithClippedNorm() => _clipped.Update(_parameters, _gradients);
}
