namespace Samples;

/// <summary>Counts the parts that all trainings together have finished; safe to use from several threads.</summary>
sealed class ProgressCounter
{
    private int _count;

    public int Count => Volatile.Read(ref _count);

    public void Add() => Interlocked.Increment(ref _count);
}
