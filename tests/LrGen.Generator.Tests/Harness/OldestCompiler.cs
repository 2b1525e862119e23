using Microsoft.CodeAnalysis.CSharp;

namespace LrGen.Generator.Tests.Harness;

/// <summary>The tests on the oldest compiler.</summary>
internal static class OldestCompiler
{
    /// <summary>The share of rows that it gets in the quick run: they differ in arithmetic, which is no matter of the compiler.</summary>
    private const int Every = 8;

    private static bool IsRunning => typeof(CSharpCompilation).Assembly.GetName().Version!.Major < 5;

    /// <summary>All rows, but for the quick run on the oldest compiler.</summary>
    public static IEnumerable<T> Rows<T>(IEnumerable<T> rows) => IsRunning ? LongRun.Some(rows, Every) : rows;
}
