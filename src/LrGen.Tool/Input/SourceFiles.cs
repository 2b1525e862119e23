using System.Globalization;
using System.Text.RegularExpressions;

namespace LrGen.Tool.Input;

/// <summary>The files that a project compiles.</summary>
internal static class SourceFiles
{
    private static readonly string[] s_outputFolders = ["bin", "obj", "node_modules"];

    private const int MostFolders = 100_000;

    /// <summary>All files of C# in a folder, but for build output and hidden folders; each folder once, whatever links lead to it.</summary>
    public static IEnumerable<string> In(string folder, string pattern = "*.cs") => In(folder, pattern, []);

    private static IEnumerable<string> In(string folder, string pattern, HashSet<string> visited)
    {
        if (!visited.Add(RealPath.Of(folder)))
            yield break;
        if (visited.Count > MostFolders)
            throw new ToolException(string.Create(CultureInfo.InvariantCulture, $"There are more than {MostFolders:N0} folders, the most that are searched; name a smaller one."));
        foreach (string file in Directory.EnumerateFiles(folder, pattern).Where(IsThere).Order(StringComparer.Ordinal))
            yield return file;
        foreach (string inner in Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal))
        {
            string name = Path.GetFileName(inner);
            if (name.StartsWith('.') || s_outputFolders.Contains(name, StringComparer.OrdinalIgnoreCase) || LeadsUp(inner))
                continue;
            foreach (string file in In(inner, pattern, visited))
                yield return file;
        }
    }

    /// <summary>A link to nothing, or to itself, is listed and cannot be read.</summary>
    private static bool IsThere(string file)
    {
        if (new FileInfo(file).LinkTarget is null)
            return true;
        try
        {
            return File.Exists(RealPath.Of(file));
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <summary>Whether a folder is a link to one that it lies in, or to nothing that can be followed.</summary>
    private static bool LeadsUp(string folder)
    {
        if (new DirectoryInfo(folder).LinkTarget is null)
            return false;
        try
        {
            string target = RealPath.Of(folder), from = RealPath.Of(Path.GetDirectoryName(folder)!);
            return from == target || from.StartsWith(Path.EndsInDirectorySeparator(target) ? target : target + Path.DirectorySeparatorChar, StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return true;
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
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
}
