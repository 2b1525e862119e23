using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace LrGen.Analyzers.Memory;

/// <summary>
/// Something that goes from each compilation to the next one, which every key in an editor makes, and that is gone with the last of them:
/// only compilations that somebody uses hold it.
/// </summary>
internal sealed class CompilationMemory<T>
    where T : class, new()
{
    private readonly ConditionalWeakTable<object, T> _ofCompilations = new();
    private readonly WeakReference<T?> _last = new(null);

    /// <summary>What a compilation has, which is the last one's if that is still there.</summary>
    public T Of(Compilation compilation) => _ofCompilations.GetValue(Key(compilation), _ => Last());

    /// <summary>Gives a compilation that has nothing yet something of its own.</summary>
    public void Share(Compilation compilation, T value) => _ofCompilations.Add(Key(compilation), value);

    /// <summary>The host analyzes a copy of a compilation; the two have their files in common.</summary>
    private static object Key(Compilation compilation) => (object?)compilation.SyntaxTrees.FirstOrDefault() ?? compilation;

    private T Last()
    {
        lock (_last)
        {
            if (!_last.TryGetTarget(out var last))
                _last.SetTarget(last = new T());
            return last!;
        }
    }
}
