using System.Text.Json;

namespace LrGen.Rosetta.Tests;

/// <summary>One series of numbers that a system produced.</summary>
internal sealed record GoldenSeries(string Id, string System, string Name, string Params, string Precision, string[] Cols, JsonElement[][] Rows)
{
    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web);

    /// <summary>All series of the file, by id.</summary>
    public static IReadOnlyDictionary<string, GoldenSeries> All { get; } =
        JsonSerializer.Deserialize<GoldenSeries[]>(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "golden", "schedules.json")), s_options)!
            .ToDictionary(series => series.Id);

    public bool IsSingle => Precision switch { "float32" => true, "float64" => false, var other => throw new InvalidDataException(other) };

    /// <summary>The rows from step <paramref name="from"/> to step <paramref name="to"/>; what lies before step 0 is no update.</summary>
    public IReadOnlyList<(long Step, double Value)> Between(long from, long to, double scale, string? column, long countsFrom = 0)
    {
        int index = column is null ? 1 : Array.IndexOf(Cols, column);
        List<(long, double)> result = [];
        foreach (var row in Rows)
        {
            double position = row[0].GetDouble() * scale;
            long step = (long)Math.Round(position) - countsFrom;
            // A scale that does not fit the column would compare a rate with that of another step.
            if (Math.Abs(position - countsFrom - step) > 1e-9)
                throw new InvalidDataException($"{Id}: {position} is no step");
            if (step >= Math.Max(from, 0) && step <= to)
                result.Add((step, row[index].GetDouble()));
        }

        return result;
    }
}
