using System;
using System.IO;

namespace LrGen;

/// <summary>Where a path leads when all links in it are followed.</summary>
internal static class RealPath
{
    /// <summary>As many as Linux follows.</summary>
    private const int MostLinks = 40;

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
        return IsBelow(full) || IsBelow(Of(path));

        static bool IsBelow(string full) => full.StartsWith("/proc/", StringComparison.Ordinal)
            || (full.StartsWith("/dev/", StringComparison.Ordinal) && !full.StartsWith("/dev/shm/", StringComparison.Ordinal));
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
