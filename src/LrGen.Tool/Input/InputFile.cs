using System.Collections.Concurrent;
using System.Globalization;

namespace LrGen.Tool.Input;

/// <summary>The files that a command reads: how large they can be, and which they were.</summary>
internal static class InputFile
{
    /// <summary>The most bytes of a file of code, settings or a project.</summary>
    public const long MostText = 16 << 20;

    /// <summary>The most bytes of an assembly, a range test, or what a restore wrote.</summary>
    public const long MostData = 128 << 20;

    private static readonly AsyncLocal<ConcurrentDictionary<string, bool>?> s_read = new();

    /// <summary>Begins a command line, which has read nothing.</summary>
    public static void Begin() => s_read.Value = new ConcurrentDictionary<string, bool>(StringComparer.Ordinal);

    /// <summary>Whether the command has read a file, under whatever name.</summary>
    public static bool WasRead(string path) => s_read.Value?.ContainsKey(RealPath.Of(path)) == true;

    /// <summary>Notes that a file is read.</summary>
    /// <exception cref="ToolException">It is a device or a pipe, which may have no end.</exception>
    public static void Note(string path)
    {
        CheckIsFile(path);
        s_read.Value?.TryAdd(RealPath.Of(path), true);
    }

    /// <summary>Makes sure that a path, if anything is there, is none of a device or a pipe: opening one may wait for ever, and reading it, too.</summary>
    /// <exception cref="ToolException">It is.</exception>
    public static void CheckIsFile(string path)
    {
        if (RealPath.IsDevice(path))
            throw new ToolException("'" + path + "' is a device or a pipe; name a file.");
    }

    /// <summary>Opens a file.</summary>
    /// <exception cref="ToolException">It is too large, or a device.</exception>
    public static FileStream Open(string path, long most)
    {
        Note(path);
        var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        if (stream.Length <= most)
            return stream;
        stream.Dispose();
        throw new ToolException(string.Create(CultureInfo.InvariantCulture, $"'{path}' has more than {most >> 20} MiB, the most that is read."));
    }

    public static string ReadText(string path)
    {
        using var reader = new StreamReader(Open(path, MostText));
        return reader.ReadToEnd();
    }
}
