using System.Text.RegularExpressions;

namespace LrGen.Tool.Input;

/// <summary>The files that a project compiles.</summary>
internal static class SourceFiles
{
    private static readonly string[] s_outputFolders = ["bin", "obj", "node_modules"];

    /// <summary>All files of C# in a folder, but for build output and hidden folders.</summary>
    public static IEnumerable<string> In(string folder, string pattern = "*.cs")
    {
        foreach (string file in Directory.EnumerateFiles(folder, pattern).Order(StringComparer.Ordinal))
            yield return file;
        foreach (string inner in Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal))
        {
            string name = Path.GetFileName(inner);
            if (name.StartsWith('.') || s_outputFolders.Contains(name, StringComparer.OrdinalIgnoreCase))
                continue;
            foreach (string file in In(inner, pattern))
                yield return file;
        }
    }

    /// <summary>The files of a project: the default ones, those it adds, less those it removes.</summary>
    public static IReadOnlyList<string> Of(ProjectFile project)
    {
        var files = new List<string>();
        if (!string.Equals(project.Property("EnableDefaultCompileItems"), "false", StringComparison.OrdinalIgnoreCase))
            files.AddRange(In(project.Directory));
        foreach (var (pattern, _) in project.Items("Compile", "Include"))
            files.AddRange(Matching(project.Directory, pattern));
        foreach (var (pattern, _) in project.Items("Compile", "Remove"))
        {
            var removed = Glob(Full(project.Directory, pattern));
            files.RemoveAll(f => removed.IsMatch(f.Replace('\\', '/')));
        }

        return [.. files.Select(Path.GetFullPath).Distinct(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Matching(string folder, string pattern)
    {
        string full = Full(folder, pattern);
        int wildcard = full.IndexOfAny(['*', '?']);
        if (wildcard < 0)
            return File.Exists(full) ? [full] : [];
        string start = full[..full.LastIndexOf('/', wildcard)];
        var glob = Glob(full);
        return Directory.Exists(start) ? In(start).Where(f => glob.IsMatch(f.Replace('\\', '/'))) : [];
    }

    private static string Full(string folder, string pattern) => Path.GetFullPath(Path.Combine(folder, pattern.Replace('\\', '/'))).Replace('\\', '/');

    private static Regex Glob(string pattern) => new(
        "^" + Regex.Escape(pattern).Replace(@"\*\*/", "(.*/)?").Replace(@"\*\*", ".*").Replace(@"\*", "[^/]*").Replace(@"\?", "[^/]") + "$",
        RegexOptions.CultureInvariant);
}
