using System.Collections.Concurrent;
using System.Threading;

namespace LrGen.Analyzers.Memory;

/// <summary>
/// Results of a function, kept by the value that it was given. It holds at most twice its capacity: when it is full, what was not asked for
/// since it was full the last time is forgotten. Threads can use it at once; two that ask for the same value can both compute it.
/// </summary>
internal sealed class BoundedMemory<TKey, TValue>(Func<TKey, TValue> function, int capacity)
    where TKey : IEquatable<TKey>
{
    private readonly object _lock = new();
    private ConcurrentDictionary<TKey, TValue> _young = new(), _old = new();
    private int _youngCount, _computed;

    /// <summary>Gets how many results are kept.</summary>
    public int Count => Volatile.Read(ref _young).Count + Volatile.Read(ref _old).Count;

    /// <summary>Gets how many results were computed.</summary>
    public int Computed => Volatile.Read(ref _computed);

    /// <summary>The result for a value. An exception of the function is the caller's, and nothing is kept.</summary>
    public TValue Get(TKey key)
    {
        if (Volatile.Read(ref _young).TryGetValue(key, out var result))
            return result;
        if (!Volatile.Read(ref _old).TryGetValue(key, out result))
        {
            Interlocked.Increment(ref _computed);
            result = function(key);
        }

        Keep(key, result);
        return result;
    }

    private void Keep(TKey key, TValue result)
    {
        lock (_lock)
        {
            if (!_young.TryAdd(key, result) || ++_youngCount < capacity)
                return;
            Volatile.Write(ref _old, _young);
            Volatile.Write(ref _young, new());
            _youngCount = 0;
        }
    }
}
