using System.Text.Json;

namespace LrGen.Optimizers.Tests;

/// <summary>The parameters that an optimizer left after each of six steps, and what they were evaluated at, where that differs.</summary>
internal sealed record GoldenSeries(string Id, string System, string Name, string Params, string Precision, string[] Cols, JsonElement[][] Rows, string Note)
{
    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web);

    /// <summary>All series of the file, by id.</summary>
    public static IReadOnlyDictionary<string, GoldenSeries> All { get; } =
        JsonSerializer.Deserialize<GoldenSeries[]>(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "golden", "optimizers.json")), s_options)!
            .ToDictionary(series => series.Id);

    /// <summary>What every series starts from.</summary>
    public static double[] Start => [1, -2];

    /// <summary>The gradients of every series, one step each.</summary>
    public static double[][] Gradients => [[0.5, 0.1], [-0.3, 0.2], [0.1, -0.4], [0.2, 0.05], [0.2, 0], [-0.1, 0.3]];

    /// <summary>The parameters after each step.</summary>
    public double[][] Steps => [.. Rows.Where(row => row[0].ValueKind == JsonValueKind.Number).Select(Values)];

    /// <summary>The evaluated parameters after the last step, or null.</summary>
    public double[]? Evaluated => Rows.Where(row => row[0].ValueKind == JsonValueKind.String).Select(Values).SingleOrDefault();

    private static double[] Values(JsonElement[] row) => [.. row.Skip(1).Select(cell => cell.GetDouble())];
}
