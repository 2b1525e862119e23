using System.Diagnostics;
using System.Formats.Tar;

namespace LrGen.Tool.Input;

/// <summary>Files as they were in a commit, written into a folder of their own while they are read.</summary>
internal sealed class Commits : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lrgen-").FullName;
    private readonly string _repository;

    public Commits(string path)
    {
        string start = FolderOf(path);
        if (Git(start, "rev-parse", "--show-toplevel") is not { } root)
            throw new ToolException("'" + path + "' lies in no git repository.");
        // git gives the real path, behind links.
        _repository = root.Trim();
        Prefix = (Git(start, "rev-parse", "--show-prefix") ?? string.Empty).Trim();
        Start = start;
    }

    private string Prefix { get; }

    private string Start { get; }

    /// <summary>Whether a path lies in a repository, and git is here.</summary>
    public static bool IsRepository(string path) => Git(FolderOf(path), "rev-parse", "--git-dir") is not null;

    /// <summary>Whether a name can be that of a commit only: HEAD, HEAD~2, main@{1}, v1^.</summary>
    public static bool IsCommitOnly(string name) => name == "HEAD" || name.AsSpan().IndexOfAny("~^@") > 0;

    /// <summary>Whether git is here and knows both names as commits.</summary>
    public static bool Knows(string path, string one, string other) => FolderOf(path) is var folder
        && Git(folder, "rev-parse", "--verify", "--quiet", one + "^{commit}") is not null
        && Git(folder, "rev-parse", "--verify", "--quiet", other + "^{commit}") is not null;

    /// <summary>The path as it was in a commit: with the project around it, whose constants it may name.</summary>
    public string Checkout(string commit, string path)
    {
        string target = Path.Combine(_folder, Git(Start, "rev-parse", commit + "^{commit}")!.Trim());
        string relative = (Prefix + Path.GetRelativePath(Path.GetFullPath(Start), Path.GetFullPath(path)).Replace('\\', '/')).Replace("/.", string.Empty);
        if (!Directory.Exists(target))
            Extract(commit, target);
        string full = Path.GetFullPath(Path.Combine(target, relative));
        return Path.Exists(full) ? full : throw new ToolException("'" + path + "' does not exist in " + commit + ".");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>The folder of a path, or the nearest one around it that is left.</summary>
    private static string FolderOf(string path)
    {
        string folder = Path.GetFullPath(path);
        while (!Directory.Exists(folder))
            folder = Path.GetDirectoryName(folder)!;
        return folder;
    }

    private void Extract(string commit, string target)
    {
        Directory.CreateDirectory(target);
        // A marker for the search of projects and settings: here the copy ends.
        Directory.CreateDirectory(Path.Combine(target, ".git"));
        using var process = Process.Start(Info(_repository, "archive", "--format=tar", commit))!;
        using (var reader = new TarReader(process.StandardOutput.BaseStream))
        {
            while (reader.GetNextEntry() is { } entry)
            {
                bool isWanted = entry.EntryType is TarEntryType.RegularFile or TarEntryType.V7RegularFile
                    && Path.GetExtension(entry.Name) is ".cs" or ".csproj" or ".props" or ".editorconfig" or ".globalconfig";
                string file = Path.GetFullPath(Path.Combine(target, entry.Name));
                if (!isWanted || !file.StartsWith(target + Path.DirectorySeparatorChar, StringComparison.Ordinal))
                    continue;
                Directory.CreateDirectory(Path.GetDirectoryName(file)!);
                entry.ExtractToFile(file, overwrite: true);
            }
        }

        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new ToolException("git cannot read " + commit + ": " + process.StandardError.ReadToEnd().Trim());
    }

    /// <summary>What git prints; null where it fails or is not installed.</summary>
    private static string? Git(string folder, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(Info(folder, arguments))!;
            string text = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? text : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    private static ProcessStartInfo Info(string folder, params string[] arguments) => new("git", arguments)
    {
        WorkingDirectory = folder,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    };
}
