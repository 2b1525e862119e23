using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace LrGen.Tool.Input;

/// <summary>Makes compilations of what the user names, in this process and without a build.</summary>
internal sealed class InputLoader
{
    /// <summary>No framework has a higher version; each one below it is a symbol.</summary>
    private const int LastMajor = 99;

    private readonly Dictionary<string, LoadedProject> _projects = new(StringComparer.Ordinal);

    /// <summary>A project file, a folder with one or more of them or with none, a file of C#, or a built DLL.</summary>
    public static IReadOnlyList<LoadedProject> Load(string path)
    {
        if (string.IsNullOrWhiteSpace(path) || path.Contains('\0'))
            throw new ToolException("A path is empty, or has a character 0; name a project, a folder, a .cs file or a DLL.");
        string full = Path.GetFullPath(path);
        var loader = new InputLoader();
        if (Directory.Exists(full))
            return loader.LoadFolder(full);
        if (!File.Exists(full))
            throw new ToolException("'" + path + "' does not exist; name a project, a folder, a .cs file or a DLL.");
        return Path.GetExtension(full).ToLowerInvariant() switch
        {
            ".csproj" => [loader.LoadProject(full)],
            ".cs" => [loader.LoadFile(full)],
            ".dll" or ".exe" => [AssemblyReader.Load(full)],
            _ => throw new ToolException("'" + path + "' is no project (.csproj), folder, .cs file or DLL."),
        };
    }

    private IReadOnlyList<LoadedProject> LoadFolder(string folder)
    {
        var projects = Directory.EnumerateFiles(folder, "*.csproj").Order(StringComparer.Ordinal).ToList();
        if (projects.Count == 0)
            projects = [.. SourceFiles.In(folder, "*.csproj")];
        if (projects.Count > 0)
            return [.. projects.Select(LoadProject).Where(MentionsLrGen)];
        var files = SourceFiles.In(folder).ToList();
        return files.Count > 0
            ? [LoadFiles(Path.GetFileName(folder), files)]
            : throw new ToolException("There is no project and no .cs file in '" + folder + "'.");
    }

    /// <summary>A file together with the project around it, whose other files may hold the constants that it names.</summary>
    private LoadedProject LoadFile(string file)
    {
        for (string? folder = Path.GetDirectoryName(file); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            foreach (string project in Directory.EnumerateFiles(folder, "*.csproj"))
            {
                if (LoadProject(project) is var loaded && loaded.Compilation.SyntaxTrees.Any(t => t.FilePath == file))
                    return loaded with { OnlyFile = file };
            }

            // A repository ends the search.
            if (Path.Exists(Path.Combine(folder, ".git")))
                break;
        }

        return LoadFiles(Path.GetFileName(file), [file]);
    }

    private static LoadedProject LoadFiles(string name, IReadOnlyList<string> files)
    {
        var parse = new CSharpParseOptions(LanguageVersion.Preview, DocumentationMode.None);
        string usings = GlobalUsings(ProjectFile.SdkUsings.Select(u => "global::" + u));
        return Create(name, files, usings, parse, References.Default, ConfigFiles.For(files, null), null);
    }

    private LoadedProject LoadProject(string path)
    {
        if (_projects.TryGetValue(path, out var known))
            return known;
        var project = ProjectFile.Read(path);
        var files = SourceFiles.Of(project);
        var parse = new CSharpParseOptions(Language(project), DocumentationMode.None, SourceCodeKind.Regular, Symbols(project));
        var references = References.Default.Concat(References.OfPackages(project)).ToList();
        // A circle of references is the build's to report; here the second one is empty.
        _projects[path] = Create(project.Name, [], string.Empty, parse, references, ConfigFiles.For([], null), project);
        foreach (var (value, item) in project.Items("ProjectReference", "Include"))
        {
            string other = Path.GetFullPath(Path.Combine(project.Directory, value.Replace('\\', '/')));
            bool isLibrary = (string?)item.Attribute("ReferenceOutputAssembly") != "false" && (string?)item.Attribute("OutputItemType") != "Analyzer";
            // The tool has an LrGen of its own, which fits the rest of it.
            if (isLibrary && File.Exists(other) && Path.GetFileName(other) != "LrGen.csproj")
                references.Add(LoadProject(other).Compilation.ToMetadataReference());
        }

        return _projects[path] = Create(
            project.Name, files, GlobalUsings(Usings(project)), parse, references, ConfigFiles.For(files, project.Property("LrGenProfile")), project);
    }

    private static LoadedProject Create(
        string name, IReadOnlyList<string> files, string usings, CSharpParseOptions parse, IEnumerable<MetadataReference> references,
        ConfigFiles configs, ProjectFile? project)
    {
        var trees = new SyntaxTree[files.Count];
        Parallel.For(0, files.Count, i =>
        {
            using var stream = InputFile.Open(files[i], InputFile.MostText);
            var text = SourceText.From(stream);
            Nesting.Check(text, files[i]);
            trees[i] = CSharpSyntaxTree.ParseText(text, parse, files[i]);
            Nesting.Check(text, trees[i]);
        });
        var options = new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Annotations,
            generalDiagnosticOption: project?.Property("TreatWarningsAsErrors") is "true" ? ReportDiagnostic.Error : ReportDiagnostic.Default,
            specificDiagnosticOptions: Severities(project)).WithSyntaxTreeOptionsProvider(configs.Severities);
        return new LoadedProject
        {
            Name = name,
            Compilation = CSharpCompilation.Create(
                name, usings.Length == 0 ? trees : trees.Append(CSharpSyntaxTree.ParseText(usings, parse, "GlobalUsings.g.cs")), references, options),
            Options = new AnalyzerOptions([], configs.Options),
            IsRestored = project is null || References.IsRestored(project) || !project.Items("PackageReference", "Include").Any(),
        };
    }

    private static IEnumerable<KeyValuePair<string, ReportDiagnostic>> Severities(ProjectFile? project) => project is null ? [] :
        project.List("NoWarn").Select(id => KeyValuePair.Create(id, ReportDiagnostic.Suppress))
            .Concat(project.List("WarningsAsErrors").Select(id => KeyValuePair.Create(id, ReportDiagnostic.Error)))
            .DistinctBy(p => p.Key);

    /// <summary>The version of C# that a project says, or the one that comes with its framework.</summary>
    private static LanguageVersion Language(ProjectFile project)
    {
        if (project.Property("LangVersion") is { Length: > 0 } said)
            return LanguageVersionFacts.TryParse(said, out var version) ? version : LanguageVersion.Latest;
        string framework = project.TargetFramework;
        if (framework.StartsWith("netstandard2.1", StringComparison.Ordinal) || framework.StartsWith("netcoreapp3", StringComparison.Ordinal))
            return LanguageVersion.CSharp8;
        if (Version(framework) is not { } major)
            return framework.Length == 0 ? LanguageVersion.Latest : LanguageVersion.CSharp7_3;
        // .NET 5 came with C# 9.
        return LanguageVersionFacts.TryParse((major + 4) + ".0", out var own) ? own : LanguageVersion.Latest;
    }

    private static IEnumerable<string> Symbols(ProjectFile project)
    {
        var symbols = new List<string> { "TRACE", "RELEASE" };
        symbols.AddRange(project.List("DefineConstants"));
        if (Version(project.TargetFramework) is { } major)
        {
            symbols.AddRange(["NET", "NET" + major + "_0", "NETCOREAPP"]);
            symbols.AddRange(Enumerable.Range(5, major - 4).Select(v => "NET" + v + "_0_OR_GREATER"));
        }

        return symbols;
    }

    /// <summary>8 for <c>net8.0</c> and <c>net8.0-windows</c>; null for what came before .NET 5.</summary>
    private static int? Version(string framework) =>
        framework.StartsWith("net", StringComparison.Ordinal) && framework.IndexOf('.') is > 3 and var point
            && int.TryParse(framework[3..point], out int major) && major >= 5 ? Math.Min(major, LastMajor) : null;

    private static IEnumerable<string> Usings(ProjectFile project)
    {
        var removed = project.Items("Using", "Remove").Select(u => u.Value).ToHashSet();
        if (project.HasImplicitUsings)
        {
            foreach (string name in ProjectFile.SdkUsings.Where(u => !removed.Contains(u)))
                yield return "global::" + name;
        }

        foreach (var (name, item) in project.Items("Using", "Include"))
        {
            yield return (string?)item.Attribute("Alias") is { } alias ? alias + " = global::" + name
                : ((string?)item.Attribute("Static") is "true" or "True" ? "static " : string.Empty) + "global::" + name;
        }
    }

    private static string GlobalUsings(IEnumerable<string> usings) => string.Concat(usings.Select(u => "global using " + u + ";\n"));

    private static bool MentionsLrGen(LoadedProject project) => Analyzers.Mentions.Any(project.Compilation);
}
