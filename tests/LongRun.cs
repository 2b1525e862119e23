namespace LrGen;

/// <summary>
/// How much a run of the tests does: by default as much as a person waits for, and all of it with LRGEN_LONG=1. The sizes are
/// those of fuzzing, of processes that are killed and of other loops over many inputs; each test runs in both.
/// </summary>
internal static class LongRun
{
    /// <summary>Gets a value indicating whether this is the long run.</summary>
    public static bool IsOn { get; } = Environment.GetEnvironmentVariable("LRGEN_LONG") == "1";

    /// <summary>The size of a loop.</summary>
    /// <param name="full">Its size in the long run.</param>
    /// <param name="quick">Its size otherwise.</param>
    public static int Size(int full, int quick) => IsOn ? full : quick;

    /// <summary>Cases of a loop: all in the long run, otherwise every n-th one.</summary>
    /// <param name="cases">The cases.</param>
    /// <param name="every">n.</param>
    /// <param name="offset">The first one to take; where it differs from test to test, each case has its turn.</param>
    public static IEnumerable<T> Some<T>(IEnumerable<T> cases, int every, int offset = 0) =>
        IsOn ? cases : cases.Where((_, i) => (i + offset) % every == 0);
}
