using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace LrGen.Analyzers;

/// <summary>
/// Whether a project names LrGen or TorchSharp at all. A namespace that no file names, in a using directive or before a type, is used by
/// none: most projects of a solution get by with this look, which costs less than binding one method.
/// </summary>
internal static class Mentions
{
    /// <summary>Files stay the same from one compilation to the next, but for the one that is edited.</summary>
    private static readonly ConditionalWeakTable<SyntaxTree, StrongBox<bool>> s_trees = new();

    private static readonly string[] s_names = ["LrGen", "TorchSharp"];

    public static bool Any(Compilation compilation)
    {
        foreach (var tree in compilation.SyntaxTrees)
        {
            if (s_trees.GetValue(tree, static t => new StrongBox<bool>(Names(t))).Value)
                return true;
        }

        return false;
    }

    private static bool Names(SyntaxTree tree)
    {
        string text = tree.GetText().ToString();
        return s_names.Any(n => text.IndexOf(n, StringComparison.Ordinal) >= 0);
    }
}
