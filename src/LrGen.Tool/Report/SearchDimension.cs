using System.Globalization;
using System.Text.Json;

namespace LrGen.Tool.Report;

/// <summary>A parameter of a search as an axis: of numbers, or of the names that it takes.</summary>
internal sealed class SearchDimension
{
    private readonly Axis? _axis;
    private readonly string[] _names;

    private SearchDimension(string name, Axis? axis, string[] names)
    {
        Name = name;
        _axis = axis;
        _names = names;
    }

    public string Name { get; }

    public bool IsNumber => _axis is not null;

    public bool IsLogarithmic => _axis?.IsLogarithmic == true;

    /// <summary>Gets the marks of the axis: where, from 0 to 1, and what is said there.</summary>
    public IEnumerable<(double Share, string Text)> Ticks =>
        _axis is { } axis ? axis.Ticks.Select(t => (axis.Share(t), Axis.Text(t))) : _names.Select((n, i) => (Place(i), n));

    /// <summary>The parameters of trials, in their order.</summary>
    public static IReadOnlyList<SearchDimension> Of(IReadOnlyList<JournalEntry> entries)
    {
        var dimensions = new List<SearchDimension>();
        foreach (string name in entries.SelectMany(e => e.Values.EnumerateObject()).Select(v => v.Name).Distinct())
        {
            var values = entries.Where(e => e.Values.TryGetProperty(name, out _)).Select(e => e.Values.GetProperty(name))
                .Where(v => v.ValueKind != JsonValueKind.Null).ToList();
            bool areNumbers = values.Count > 0 && values.All(v => v.ValueKind == JsonValueKind.Number);
            dimensions.Add(areNumbers
                ? new SearchDimension(name, Axis.OfValues(values.Select(v => v.GetDouble())), [])
                : new SearchDimension(name, null, [.. values.Select(Text).Distinct().Order(StringComparer.Ordinal)]));
        }

        return dimensions;
    }

    /// <summary>Where a trial is on the axis; null where it does not have the parameter.</summary>
    public double? Share(JournalEntry entry)
    {
        if (!entry.Values.TryGetProperty(Name, out var value) || value.ValueKind == JsonValueKind.Null)
            return null;
        return _axis is { } axis ? axis.Share(value.GetDouble()) : Place(Array.IndexOf(_names, Text(value)));
    }

    public string Text(JournalEntry entry) => entry.Values.TryGetProperty(Name, out var value) ? Text(value) : "–";

    public static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Number => value.GetDouble().ToString("G5", CultureInfo.InvariantCulture),
        JsonValueKind.Null => "–",
        _ => value.GetRawText(),
    };

    private double Place(int index) => (index + 0.5) / _names.Length;
}
