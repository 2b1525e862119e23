namespace LrGen.SearchWorker;

/// <summary>The space of the tests that need several processes.</summary>
[SearchSpace]
public readonly partial record struct WorkerSpace(
    [LogUniform(1e-5, 1)] double Rate, [Uniform(0, 1)] double Momentum, [Choice(16, 32, 64)] int Batch, [IntegerRange(1, 9)] int Layers);
