using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace LrGen.Tool.Input;

/// <summary>
/// What a project file says that matters to its declarations. It is read, not evaluated: MSBuild alone takes longer to start than a picture
/// may take. Plain conditions and properties are understood; what hangs on others counts as not said.
/// </summary>
internal sealed partial class ProjectFile
{
    /// <summary>The usings that the SDK gives with ImplicitUsings.</summary>
    public static readonly string[] SdkUsings =
        ["System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading", "System.Threading.Tasks"];

    private const long MostExpanded = 4_000_000;

    private readonly Dictionary<string, string> _properties = new(StringComparer.OrdinalIgnoreCase) { ["Configuration"] = "Release", ["Platform"] = "AnyCPU" };
    private readonly List<XElement> _items = [];
    private long _expanded;

    private ProjectFile(string path) => Path = path;

    public string Path { get; }

    public string Directory => System.IO.Path.GetDirectoryName(Path)!;

    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>The framework; of several, the first modern one.</summary>
    public string TargetFramework
    {
        get
        {
            if (Property("TargetFramework") is { Length: > 0 } single)
                return single;
            string[] several = Split(Property("TargetFrameworks"));
            return several.FirstOrDefault(t => ModernFramework().IsMatch(t)) ?? several.FirstOrDefault() ?? string.Empty;
        }
    }

    public bool HasImplicitUsings => Property("ImplicitUsings") is { } value
        && (value.Equals("enable", StringComparison.OrdinalIgnoreCase) || value.Equals("true", StringComparison.OrdinalIgnoreCase));

    public static ProjectFile Read(string path)
    {
        var project = new ProjectFile(path);
        var shared = new Stack<string>();
        for (var folder = new DirectoryInfo(project.Directory); folder is not null; folder = folder.Parent)
        {
            if (System.IO.Path.Combine(folder.FullName, "Directory.Build.props") is var props && File.Exists(props))
                shared.Push(props);
        }

        foreach (string file in shared.Append(path))
            project.Add(file);
        return project;
    }

    public string? Property(string name) => _properties.GetValueOrDefault(name);

    public string[] List(string name) => Split(Property(name));

    /// <summary>The values of an attribute of the items of a kind: <c>Compile</c> and <c>Remove</c>.</summary>
    public IEnumerable<(string Value, XElement Item)> Items(string kind, string attribute) => _items
        .Where(i => i.Name.LocalName == kind && i.Attribute(attribute) is not null)
        .SelectMany(i => Split(Expand(i.Attribute(attribute)!.Value)).Select(v => (v, i)));

    public static string[] Split(string? list) => list?.Split([';', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    private void Add(string file)
    {
        XElement root;
        try
        {
            using var stream = InputFile.Open(file, InputFile.MostText);
            using var reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
            root = XDocument.Load(reader).Root!;
        }
        catch (XmlException broken)
        {
            throw new ToolException("'" + file + "' cannot be read: " + broken.Message);
        }

        _properties["MSBuildThisFileDirectory"] = System.IO.Path.GetDirectoryName(file) + "/";
        foreach (var group in root.Elements().Where(Holds))
        {
            if (group.Name.LocalName == "PropertyGroup")
            {
                foreach (var property in group.Elements().Where(Holds))
                    _properties[property.Name.LocalName] = Expand(property.Value.Trim());
            }
            else if (group.Name.LocalName == "ItemGroup")
            {
                _items.AddRange(group.Elements().Where(Holds));
            }
        }
    }

    private bool Holds(XElement element)
    {
        if (element.Attribute("Condition")?.Value is not { } condition)
            return true;
        return Comparison().Match(Expand(condition)) is { Success: true } match
            && match.Groups[1].Value.Equals(match.Groups[3].Value, StringComparison.OrdinalIgnoreCase) == (match.Groups[2].Value == "==");
    }

    /// <exception cref="ToolException">Properties that stand for properties have become too long.</exception>
    private string Expand(string text) => Reference().Replace(text, m =>
    {
        string value = Property(m.Groups[1].Value) ?? string.Empty;
        _expanded += value.Length;
        return _expanded <= MostExpanded ? value : throw new ToolException(
            string.Create(CultureInfo.InvariantCulture, $"'{Path}' has properties that become more than {MostExpanded:N0} characters, the most that is read."));
    });

    [GeneratedRegex(@"\$\((\w+)\)")]
    private static partial Regex Reference();

    [GeneratedRegex(@"^\s*'([^']*)'\s*(==|!=)\s*'([^']*)'\s*$")]
    private static partial Regex Comparison();

    [GeneratedRegex(@"^net\d+\.\d+")]
    private static partial Regex ModernFramework();
}
