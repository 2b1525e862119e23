using System;
using System.IO;

namespace LrGen;

/// <summary>Writes files that are there as a whole or not at all: beside the place where they belong, and then moved.</summary>
internal static class FileReplacement
{
    private const string Unfinished = ".unfinished";

    /// <summary>Writes a file. Until it is whole and on the disk, the one before it stays.</summary>
    /// <param name="path">Where it belongs. A link stays one: what it leads to is replaced. A device is written to.</param>
    /// <param name="write">Writes it.</param>
    /// <param name="keep">How many files before it are kept, as <c>path.1</c>, the newest, to <c>path.n</c>.</param>
    public static void Write(string path, Action<Stream> write, int keep = 0)
    {
        if (RealPath.IsDevice(path))
        {
            using var device = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
            write(device);
            return;
        }

        string target = RealPath.Of(path), draft = target + Unfinished;
        if (Directory.Exists(target))
            throw new IOException($"'{path}' is a folder; give a file in it.");
        bool isThere = File.Exists(target);
        // Moving a file needs the folder's permission only; one that must not be written must not be replaced either.
        if (isThere)
            new FileStream(target, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete).Dispose();
        using (var stream = new FileStream(draft, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            try
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }
            catch
            {
                File.Delete(draft);
                throw;
            }
        }

        if (isThere && !OperatingSystem.IsWindows())
            File.SetUnixFileMode(draft, File.GetUnixFileMode(target));
        if (!isThere || keep == 0)
        {
            File.Move(draft, target, overwrite: true);
            return;
        }

        for (int i = keep - 1; i >= 1; i--)
        {
            if (File.Exists(Earlier(target, i)))
                File.Move(Earlier(target, i), Earlier(target, i + 1), overwrite: true);
        }

        // At no time is there no file: the backup is a second name of the one before, which the new one then takes the place of.
        File.Replace(draft, target, Earlier(target, 1), ignoreMetadataErrors: true);
    }

    /// <summary>The name of a file that is kept; 1 is the newest.</summary>
    public static string Earlier(string path, int index) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{path}.{index}");
}
