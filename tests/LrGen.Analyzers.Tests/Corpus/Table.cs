using System.Globalization;
using System.Reflection;
using System.Text;

namespace LrGen.Analyzers.Tests.Corpus;

/// <summary>A row of a table with a head: its fields by their names.</summary>
public sealed class Row(IReadOnlyDictionary<string, string> fields)
{
    public string Id => fields["id"];

    /// <summary>A field; empty where the row leaves it open.</summary>
    public string this[string name] => fields.TryGetValue(name, out string? value) ? value : string.Empty;

    /// <summary>A field that is a number; null where the row leaves it open.</summary>
    public double? Number(string name) => this[name] is { Length: > 0 } text ? double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture) : null;

    /// <summary>A field of several numbers.</summary>
    public IReadOnlyList<double> Numbers(string name) => [.. this[name].Split(';', StringSplitOptions.RemoveEmptyEntries)
        .Select(t => double.Parse(t, NumberStyles.Float, CultureInfo.InvariantCulture))];

    /// <summary>The row with another value.</summary>
    public Row With(string name, double? value) =>
        new(new Dictionary<string, string>(fields) { [name] = value?.ToString("R", CultureInfo.InvariantCulture) ?? string.Empty });

    /// <summary>The row with other values.</summary>
    public Row With(string name, IEnumerable<double> values) => new(new Dictionary<string, string>(fields)
    {
        [name] = string.Join(';', values.Select(v => v.ToString("R", CultureInfo.InvariantCulture))),
    });
}

/// <summary>
/// The tables of published recipes and of real mistakes that the rules are measured on. LRGEN_CORPUS names a folder with others.
/// </summary>
public static class Table
{
    private static readonly string s_folder = Environment.GetEnvironmentVariable("LRGEN_CORPUS")
        ?? Path.Combine(typeof(Table).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "CorpusFolder").Value!);

    public static IReadOnlyList<Row> Recipes { get; } = Read("recipes.csv");

    public static IReadOnlyList<Row> Mistakes { get; } = Read("mistakes.csv");

    private static IReadOnlyList<Row> Read(string file)
    {
        var lines = Records(File.ReadAllText(Path.Combine(s_folder, file))).ToList();
        return [.. lines.Skip(1).Where(l => l.Count > 1).Select(l => new Row(lines[0].Zip(l).ToDictionary(p => p.First, p => p.Second)))];
    }

    /// <summary>Fields may be quoted, with doubled quotes inside (RFC 4180).</summary>
    private static IEnumerable<List<string>> Records(string text)
    {
        var record = new List<string>();
        var field = new StringBuilder();
        bool isQuoted = false;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (isQuoted && c == '"' && i + 1 < text.Length && text[i + 1] == '"')
                field.Append(text[++i]);
            else if (c == '"')
                isQuoted = !isQuoted;
            else if (isQuoted || c is not (',' or '\n' or '\r'))
                field.Append(c);
            else if (c != '\r')
            {
                record.Add(field.ToString());
                field.Clear();
                if (c == '\n')
                {
                    yield return record;
                    record = [];
                }
            }
        }

        if (field.Length > 0 || record.Count > 0)
            yield return [.. record, field.ToString()];
    }
}
