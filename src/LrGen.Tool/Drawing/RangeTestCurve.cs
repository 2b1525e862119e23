using System.Text.Json;
using LrGen.Tool.Input;
using LrGen.Tool.Output;

namespace LrGen.Tool.Drawing;

/// <summary>What <c>RangeTestResult.WriteJson</c> wrote; null stands for what is not finite.</summary>
/// <param name="Rates">The rate of each update.</param>
/// <param name="Losses">Its loss.</param>
/// <param name="Smoothed">The smoothed loss.</param>
/// <param name="Suggestions">The rates that are read off the curve.</param>
internal sealed record RangeTestCurve(
    IReadOnlyList<double?> Rates, IReadOnlyList<double?> Losses, IReadOnlyList<double?> Smoothed, IReadOnlyList<(string Name, double Rate)> Suggestions)
{
    public static RangeTestCurve Read(string path)
    {
        try
        {
            using var file = InputFile.Open(path, InputFile.MostData);
            using var document = JsonDocument.Parse(file);
            var root = document.RootElement;
            var curve = new RangeTestCurve(
                Numbers(root, "rates"), Numbers(root, "losses"), Numbers(root, "smoothed"),
                [.. root.GetProperty("suggestions").EnumerateObject().Where(s => s.Value.ValueKind == JsonValueKind.Number).Select(s => (Visible.Text(s.Name), s.Value.GetDouble()))]);
            if (curve.Rates.Count == curve.Losses.Count && curve.Rates.Count == curve.Smoothed.Count && curve.Rates.Any(r => r is > 0) && curve.Smoothed.Any(s => s is not null))
                return curve;
        }
        catch (JsonException)
        {
            throw new ToolException("'" + path + "' is no range test: it is no JSON. RangeTestResult.WriteJson writes one.");
        }
        catch (Exception e) when (e is KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new ToolException(
                "'" + path + "' is no range test: it is JSON without rates, losses, smoothed losses or suggestions. RangeTestResult.WriteJson writes one.");
        }

        throw new ToolException("'" + path + "' is no range test with a curve: its arrays are empty or differ in length. RangeTestResult.WriteJson writes one.");
    }

    private static double?[] Numbers(JsonElement root, string name) =>
        [.. root.GetProperty(name).EnumerateArray().Select(e => e.ValueKind == JsonValueKind.Null ? (double?)null : e.GetDouble())];
}
