using System;
using System.IO;
using System.Linq;

namespace LrGen;

/// <summary>Saves what a training needs to go on so that there is a good file at every moment, also where the process is killed while it saves.</summary>
/// <remarks>
/// A file is written beside the one before, as <c>path.unfinished</c>, flushed to the disk, and moved into its place, which a file system does as a whole
/// or not at all. What a process that was killed leaves of <c>path.unfinished</c> the next one overwrites.
/// </remarks>
/// <example>
/// <code>
/// optimizer.Save("run.ckpt", keep: 2);                       // run.ckpt, and before it run.ckpt.1 and run.ckpt.2
/// optimizer.Load("run.ckpt");
///
/// CheckpointFile.Save("run.ckpt", stream =>                  // parameters and state in one file: they belong together
/// {
///     network.Save(stream);
///     optimizer.Save(stream);
/// });
/// </code>
/// </example>
public static class CheckpointFile
{
    /// <summary>How many earlier files can be kept.</summary>
    private const int MostKept = 1_000;

    /// <summary>Writes a file; the one before it stays until this one is whole.</summary>
    /// <param name="path">The file. A link stays one: what it leads to is replaced.</param>
    /// <param name="write">Writes it.</param>
    /// <param name="keep">How many files before it are kept, as <c>path.1</c>, the newest, to <c>path.n</c>; 0 to 1,000. Default 0.</param>
    /// <exception cref="ArgumentException">The path is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="keep"/> is out of its range.</exception>
    /// <exception cref="IOException">The file cannot be written. The one before it is there as it was.</exception>
    public static void Save(string path, Action<Stream> write, int keep = 0)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(write);
        ArgumentOutOfRangeException.ThrowIfNegative(keep);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(keep, MostKept);
        FileReplacement.Write(path, write, keep);
    }

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="read">Reads it.</param>
    /// <exception cref="CheckpointException">
    /// The file is damaged, or of something else. The message names the earlier files that are there, which are of earlier steps.
    /// </exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static void Load(string path, Action<Stream> read)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(read);
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
            read(stream);
        }
        catch (CheckpointException damaged)
        {
            throw new CheckpointException($"{path}: {damaged.Message}{Earlier(path)}", damaged);
        }
    }

    private static string Earlier(string path)
    {
        string target = RealPath.Of(path);
        string[] files = [.. Enumerable.Range(1, MostKept).Select(i => FileReplacement.Earlier(target, i)).TakeWhile(File.Exists)];
        return files.Length == 0 ? string.Empty : $" Earlier ones are {string.Join(", ", files.Select(Path.GetFileName))} beside it.";
    }
}
