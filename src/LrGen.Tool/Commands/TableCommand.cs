using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using LrGen.Tool.Output;
using LrGen.Tool.Schedules;

namespace LrGen.Tool.Commands;

/// <summary>Writes steps and rates as CSV or JSON.</summary>
internal sealed class TableCommand : ToolCommand
{
    private const int RowsByDefault = 1_000;

    private readonly Selection _selection;
    private readonly Option<string> _format;
    private readonly Option<string?> _output;
    private readonly Option<long?> _steps;
    private readonly Option<long> _start;
    private readonly Option<long?> _every;

    public TableCommand()
        : base("table", "Writes the rates of schedules as a table, to the bit as the generated code gives them: CSV, or JSON with the facts of each.")
    {
        _selection = new Selection(this);
        _format = With(new Option<string>("--format", "-f") { Description = "csv or json.", DefaultValueFactory = static _ => "csv" });
        _format.AcceptOnlyFromAmong("csv", "json");
        _output = With(new Option<string?>("--output", "-o") { Description = "The file to write. Default: standard output." });
        _start = With(new Option<long>("--start") { Description = "The first step. Default: 0." });
        _steps = With(new Option<long?>("--steps") { Description = "The last step. Default: the end, or as far as there is something to see." });
        _every = With(new Option<long?>("--every") { Description = "The distance between steps. Default: 1, or as much as gives about 1,000 rows." });
    }

    protected override int Run(ParseResult result, TextWriter output, TextWriter error)
    {
        if (result.GetValue(_every) is < 1)
            throw new ToolException("--every has to be 1 or above.");
        if (result.GetValue(_start) < 0 || result.GetValue(_steps) < result.GetValue(_start))
            throw new ToolException("--start has to be 0 or above and not above --steps.");
        var schedules = _selection.Read(result, error);
        var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var rates = new CompiledRates(schedules);
        if (result.GetValue(_format) == "json")
            WriteJson(schedules, rates, result, text);
        else
            WriteCsv(schedules, rates, result, text);
        foreach (var schedule in schedules.Where(s => !s.IsDrawable))
            error.WriteLine("Not tabulated: " + ListCommand.Place(schedule) + ": " + schedule.Name + ": " + schedule.Hindrance);

        if (result.GetValue(_output) is { } file)
            OutputFile.Write(file, text.ToString());
        else
            output.Write(text.ToString());
        return schedules.Any(s => s.IsDrawable) ? ExitCode.Of(schedules) : Math.Max(ExitCode.Of(schedules), ExitCode.Findings);
    }

    private IEnumerable<long> Steps(ParseResult result, QuantityCurve curve)
    {
        long start = result.GetValue(_start), last = Math.Max(result.GetValue(_steps) ?? curve.Horizon, start);
        long every = result.GetValue(_every) ?? Math.Max(1, (last - start + RowsByDefault - 1) / RowsByDefault);
        for (long step = start; step < last; step += every)
            yield return step;
        yield return last;
    }

    private void WriteCsv(IReadOnlyList<Schedule> schedules, CompiledRates rates, ParseResult result, StringWriter text)
    {
        text.WriteLine("schedule,quantity,step,value");
        foreach (var schedule in schedules)
        {
            foreach (var curve in schedule.Curves)
            {
                string head = Quote(schedule.Name) + "," + curve.Quantity + ",";
                foreach (long step in Steps(result, curve))
                    text.WriteLine(head + step.ToString(CultureInfo.InvariantCulture) + "," + Text(rates.At(curve, step)));
            }
        }

        static string Text(double value) => double.IsFinite(value) ? RateText.Exact(value) : string.Empty;
        static string Quote(string name) => name.Contains(',') ? "\"" + name + "\"" : name;
    }

    private void WriteJson(IReadOnlyList<Schedule> schedules, CompiledRates rates, ParseResult result, StringWriter text)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartArray();
            foreach (var schedule in schedules)
                Write(json, schedule, rates, result);
            json.WriteEndArray();
        }

        text.WriteLine(System.Text.Encoding.UTF8.GetString(stream.ToArray()));
    }

    private void Write(Utf8JsonWriter json, Schedule schedule, CompiledRates rates, ParseResult result)
    {
        json.WriteStartObject();
        json.WriteString("schedule", schedule.Name);
        json.WriteString("kind", schedule.Kind);
        json.WriteString("file", schedule.File);
        json.WriteNumber("line", schedule.Line);
        json.WriteString("declaration", schedule.Words);
        if (schedule.Hindrance is { } hindrance)
            json.WriteString(schedule.Errors.Count > 0 ? "error" : "missing", hindrance);
        json.WriteStartArray("quantities");
        foreach (var curve in schedule.Curves)
        {
            json.WriteStartObject();
            json.WriteString("quantity", curve.Quantity.ToString());
            WriteFacts(json, curve, rates);
            json.WriteStartArray("steps");
            foreach (long step in Steps(result, curve))
                json.WriteNumberValue(step);
            json.WriteEndArray();
            json.WriteStartArray("values");
            foreach (long step in Steps(result, curve))
                WriteNumber(json, null, rates.At(curve, step));
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteFacts(Utf8JsonWriter json, QuantityCurve curve, CompiledRates rates)
    {
        json.WriteStartObject("facts");
        WriteNumber(json, "first", rates.At(curve, 0));
        WriteNumber(json, "peak", rates.At(curve, curve.PeakStep));
        json.WriteNumber("peakStep", curve.PeakStep);
        WriteNumber(json, "length", curve.Curve.Length?.Constant?.ToDouble() ?? double.NaN);
        WriteNumber(json, "last", curve.LastStep is { } last ? rates.At(curve, last) : double.NaN);
        json.WriteEndObject();
    }

    /// <summary>JSON has no NaN, which here means that there is no such number.</summary>
    private static void WriteNumber(Utf8JsonWriter json, string? name, double value)
    {
        if (name is not null)
            json.WritePropertyName(name);
        if (double.IsFinite(value))
            json.WriteNumberValue(value);
        else
            json.WriteNullValue();
    }
}
