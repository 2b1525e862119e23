using System;
using System.Formats.Tar;
using System.IO;

namespace LrGen;

/// <summary>Where a path leads when all links in it are followed.</summary>
internal static class RealPath
{
    /// <summary>As many as Linux follows.</summary>
    private const int MostLinks = 40;

    /// <summary>Where the header of an archive's entry has the kind of the file (POSIX, pax, "ustar interchange format").</summary>
    private const int KindInHeader = 156;

    /// <summary>Two paths are of the same file where this is the same; what does not exist yet is where it would be.</summary>
    /// <exception cref="IOException">The links lead in a circle.</exception>
    public static string Of(string path)
    {
        string full = Path.GetFullPath(path);
        for (int links = 0; links <= MostLinks; links++)
        {
            if (FirstLink(full) is not { } followed)
                return Path.TrimEndingDirectorySeparator(full);
            full = followed;
        }

        throw new IOException($"'{path}' cannot be followed: there are more than {MostLinks} links in it, or they lead in a circle.");
    }

    /// <summary>Whether bytes that are written to a path go to a device or a pipe, which nothing must take the place of.</summary>
    public static bool IsDevice(string path)
    {
        string full = Path.GetFullPath(path);
        if (OperatingSystem.IsWindows())
            return full.StartsWith(@"\\.\", StringComparison.Ordinal);
        string real = Of(path);
        return IsBelow(full) || IsBelow(real) || IsPipe(real);

        static bool IsBelow(string full) => full.StartsWith("/proc/", StringComparison.Ordinal)
            || (full.StartsWith("/dev/", StringComparison.Ordinal) && !full.StartsWith("/dev/shm/", StringComparison.Ordinal));
    }

    /// <summary>Whether it is a pipe with a name, which mkfifo makes, or a device outside /dev.</summary>
    /// <remarks>
    /// Of .NET's APIs only the writer of archives asks the system for the kind of a file without opening it, which who waits at the other end of a pipe
    /// would take for the end.
    /// </remarks>
    private static bool IsPipe(string path)
    {
        if (new FileInfo(path) is not { Exists: true, Length: 0 })
            return false;
        try
        {
            using var header = new MemoryStream();
            using (var archive = new TarWriter(header, TarEntryFormat.Ustar, leaveOpen: true))
                archive.WriteEntry(path, "file");
            return (TarEntryType)header.GetBuffer()[KindInHeader] is TarEntryType.Fifo or TarEntryType.CharacterDevice or TarEntryType.BlockDevice;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>The path with its first link followed; null where there is none.</summary>
    private static string? FirstLink(string full)
    {
        int root = Path.GetPathRoot(full)!.Length;
        for (int end = root; end < full.Length; end++)
        {
            int next = full.AsSpan(end).IndexOf(Path.DirectorySeparatorChar);
            end = next < 0 ? full.Length : end + next;
            string part = full[..end];
            if (new FileInfo(part).LinkTarget is { Length: > 0 } target)
                return Path.GetFullPath(Path.Combine(Path.GetDirectoryName(part)!, target, full[end..].TrimStart(Path.DirectorySeparatorChar)));
        }

        return null;
    }
}
