using System.Text.Json;
using Microsoft.CodeAnalysis;

namespace LrGen.Tool.Input;

/// <summary>The assemblies that declarations are read against.</summary>
internal static class References
{
    private static readonly Lazy<IReadOnlyList<string>> s_framework = new(static () =>
    {
        // What the running framework consists of; which one a project targets makes no difference to its attributes.
        string[] trusted = ((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? string.Empty).Split(Path.PathSeparator);
        string folder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        return [.. trusted.Where(f => Path.GetDirectoryName(f) == folder)];
    });

    private static readonly Lazy<IReadOnlyList<MetadataReference>> s_default = new(static () =>
        [.. s_framework.Value.Append(typeof(ScheduleAttribute).Assembly.Location).Select(f => MetadataReference.CreateFromFile(f))]);

    /// <summary>The framework and LrGen.</summary>
    public static IReadOnlyList<MetadataReference> Default => s_default.Value;

    /// <summary>What the packages of a project give its compiler, as the last restore found them; nothing without a restore.</summary>
    public static IEnumerable<MetadataReference> OfPackages(ProjectFile project)
    {
        if (!IsRestored(project))
            return [];
        var known = s_framework.Value.Select(Path.GetFileName).Append("LrGen.dll").ToHashSet(StringComparer.OrdinalIgnoreCase);
        try
        {
            using var file = InputFile.Open(Assets(project), InputFile.MostData);
            using var json = JsonDocument.Parse(file);
            return [.. Files(json.RootElement, project.TargetFramework).Where(f => !known.Contains(Path.GetFileName(f)))
                .Select(f => MetadataReference.CreateFromFile(f))];
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            // A restore that was cut off: the attributes can mostly be read all the same.
            return [];
        }
    }

    public static bool IsRestored(ProjectFile project) => File.Exists(Assets(project));

    private static string Assets(ProjectFile project) => Path.Combine(project.Directory, "obj", "project.assets.json");

    private static List<string> Files(JsonElement root, string framework)
    {
        var files = new List<string>();
        if (!root.TryGetProperty("targets", out var targets) || !root.TryGetProperty("libraries", out var libraries)
            || !root.TryGetProperty("packageFolders", out var folders))
            return files;
        var all = targets.EnumerateObject().ToList();
        var target = all.FirstOrDefault(t => t.Name == framework);
        if (target.Value.ValueKind != JsonValueKind.Object)
            target = all.FirstOrDefault();
        if (target.Value.ValueKind != JsonValueKind.Object)
            return files;
        foreach (var library in target.Value.EnumerateObject())
        {
            if (!library.Value.TryGetProperty("compile", out var compile) || !libraries.TryGetProperty(library.Name, out var known)
                || !known.TryGetProperty("path", out var path) || library.Value.GetProperty("type").GetString() != "package")
                continue;
            foreach (var file in compile.EnumerateObject().Where(f => f.Name.EndsWith(".dll", StringComparison.OrdinalIgnoreCase)))
            {
                string? found = folders.EnumerateObject().Select(f => Path.Combine(f.Name, path.GetString()!, file.Name)).FirstOrDefault(File.Exists);
                if (found is not null)
                    files.Add(found);
            }
        }

        return files;
    }
}
