using System.Reflection;
using System.Text;
using Rosetta;

namespace LrGen.Rosetta.Tests.Guide;

/// <summary>samples/Rosetta/README.md, and what of it follows from the sources.</summary>
internal static class MigrationGuide
{
    /// <summary>The line after which everything is written by <see cref="WithTables"/>.</summary>
    private const string Marker = "<!-- From here on written by tests/LrGen.Rosetta.Tests, run with LRGEN_UPDATE_PAGES=1. -->\n";

    private static readonly string s_folder = typeof(MigrationGuide).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "SampleFolder").Value!;

    /// <summary>Whether this run writes the page instead of checking it.</summary>
    public static bool IsUpdating => Environment.GetEnvironmentVariable("LRGEN_UPDATE_PAGES") == "1";

    public static string Path { get; } = System.IO.Path.Combine(s_folder, "README.md");

    /// <summary>The files that have a system's schedulers, in the order of their names.</summary>
    public static IReadOnlyList<SystemSource> Systems { get; } =
    [
        .. Declarations.Methods.Select(method => method.DeclaringType!.Name).Distinct().Order(StringComparer.OrdinalIgnoreCase)
            .Select(name => SystemSource.Read(System.IO.Path.Combine(s_folder, name + ".cs"))),
    ];

    public static string Read() => File.ReadAllText(Path).ReplaceLineEndings("\n");

    /// <summary>The page with its tables as they should be.</summary>
    public static string WithTables(string page)
    {
        int marker = page.IndexOf(Marker, StringComparison.Ordinal);
        Assert.True(marker > 0, "README.md has no line:\n" + Marker);
        var text = new StringBuilder(page, 0, marker + Marker.Length, 65_536);
        foreach (var system in Systems)
        {
            text.Append($"\n## {system.Name}\n\n{system.Summary}\n");
            if (system.Constants is { } constants)
                text.Append($"In the lines below, {constants}.\n");
            text.Append("\n| scheduler | spelling | what to know | checked against |\n| --- | --- | --- | --- |\n");
            foreach (var scheduler in system.Schedulers)
            {
                text.Append($"| {scheduler.Name} | {scheduler.Code} | {scheduler.Summary} ")
                    .Append($"| {CheckedAgainst(system.Name, scheduler.Name)} |\n");
            }
        }

        return text.ToString();
    }

    private static string CheckedAgainst(string system, string scheduler)
    {
        string name = system + "." + scheduler;
        if (system == Declarations.CheckedBesideItsPeer.Name)
            return "the library";
        var declaration = Declarations.Members.Single(d => Declarations.NameOf(d) == name);
        string ids = string.Join(", ", declaration.GetCustomAttributes<GoldenAttribute>().Select(golden => golden.Id).Distinct());
        if (ids.Length > 0)
            return ids;
        return Formula.All.Any(formula => formula.Declaration.DeclaringType!.Name == system && formula.Declaration.Name == scheduler)
            ? "formula"
            : MetricTests.Algorithms.ContainsKey(name) ? "algorithm" : throw new InvalidDataException(name);
    }
}
