using System;
using System.IO;

namespace LrGen;

/// <summary>Saves optimizers to files, and loads them.</summary>
public static class OptimizerFiles
{
    /// <summary>
    /// Writes the state and the step to a file, in the place of the one before, which stays until this one is whole and on the disk:
    /// <see cref="CheckpointFile"/>. The parameters are the network's to save.
    /// </summary>
    /// <param name="optimizer">The optimizer.</param>
    /// <param name="path">The file.</param>
    /// <param name="keep">How many files before it are kept, as <c>path.1</c>, the newest, to <c>path.n</c>; 0 to 1,000. Default 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="keep"/> is out of its range.</exception>
    /// <exception cref="IOException">The file cannot be written. The one before it is there as it was.</exception>
    /// <example>
    /// <code>
    /// optimizer.Save("run.ckpt", keep: 2);
    /// </code>
    /// </example>
    public static void Save(this IOptimizer optimizer, string path, int keep = 0)
    {
        ArgumentNullException.ThrowIfNull(optimizer);
        CheckpointFile.Save(path, optimizer.Save, keep);
    }

    /// <summary>Restores what <see cref="Save"/> wrote; updates then go on as if they had never stopped, bit for bit.</summary>
    /// <param name="optimizer">The optimizer.</param>
    /// <param name="path">The file.</param>
    /// <exception cref="CheckpointException">
    /// The file is truncated, damaged, not of an optimizer, or of another rule or other tensors; the message says which, and names the earlier files that
    /// were kept. The optimizer stays as it was.
    /// </exception>
    /// <exception cref="IOException">The file cannot be read; the optimizer stays as it was.</exception>
    public static void Load(this IOptimizer optimizer, string path)
    {
        ArgumentNullException.ThrowIfNull(optimizer);
        CheckpointFile.Load(path, optimizer.Load);
    }
}
