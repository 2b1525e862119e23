using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;

namespace LrGen;

/// <summary>One line of a training log, header or record, taken apart.</summary>
internal ref struct LogLine
{
    /// <summary>How many bytes a line can have; a record with a thousand metrics has 50 KB.</summary>
    public const int Longest = 16 << 20;

    /// <summary>How many metrics a log can have.</summary>
    public const int MostMetrics = 10_000;

    /// <summary>The longest time in seconds that a record can say: 317 years.</summary>
    private const double LongestTime = 1e10;

    private readonly MetricNames _names;
    private readonly int _namesBefore;
    private bool _hasStep;
    private bool _hasLoss;

    /// <summary>Prepares to read a line.</summary>
    /// <param name="names">The names of the metrics so far, to which new ones are added.</param>
    public LogLine(MetricNames names)
    {
        _names = names;
        _namesBefore = names.All.Count;
    }

    public bool IsHeader { get; private set; }

    public string? Run { get; private set; }

    public string? Schedule { get; private set; }

    public DateTimeOffset? Start { get; private set; }

    /// <summary>How many bytes of earlier records were gone, as a header says.</summary>
    public long Lost { get; private set; }

    public long Step { get; private set; }

    public double Epoch { get; private set; } = double.NaN;

    public double Rate { get; private set; } = double.NaN;

    public double Loss { get; private set; } = double.NaN;

    public double Time { get; private set; } = double.NaN;

    /// <summary>The metrics of the record by their places among the names.</summary>
    public List<(int Index, double Value)>? Values { get; private set; }

    /// <summary>Takes the line apart and returns what is wrong with it, or null.</summary>
    public string? Parse(ReadOnlySpan<byte> line)
    {
        string? wrong = WrongWith(line);
        // A damaged line adds no names.
        if (wrong is not null)
            _names.RemoveFrom(_namesBefore);
        return wrong;
    }

    private string? WrongWith(ReadOnlySpan<byte> line)
    {
        if (!Utf8.IsValid(line))
            return "no UTF-8";
        try
        {
            var json = new Utf8JsonReader(line);
            if (!json.Read() || json.TokenType != JsonTokenType.StartObject)
                return "not a JSON object";
            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
                TakeProperty(ref json);
            // One that a write in the wrong place has put behind the object.
            json.Read();
        }
        catch (JsonException)
        {
            return "damaged JSON";
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair, which only escapes can hold.
            return "a text is no Unicode";
        }
        catch (FormatException mistake)
        {
            return mistake.Message;
        }

        if (!IsHeader && !(_hasStep && _hasLoss))
            return _hasStep ? "no loss" : "no step";
        return Math.Abs(Time) > LongestTime ? "time is out of range" : null;
    }

    private void TakeProperty(ref Utf8JsonReader json)
    {
        if (json.ValueTextEquals("step"u8))
        {
            json.Read();
            _hasStep = json.TokenType == JsonTokenType.Number && json.TryGetInt64(out long step)
                ? (Step = step) == step
                : throw new FormatException("step is no whole number");
        }
        else if (json.ValueTextEquals("loss"u8))
        {
            Loss = Number(ref json, "loss");
            _hasLoss = true;
        }
        else if (json.ValueTextEquals("rate"u8))
        {
            Rate = Number(ref json, "rate");
        }
        else if (json.ValueTextEquals("epoch"u8))
        {
            Epoch = Number(ref json, "epoch");
        }
        else if (json.ValueTextEquals("time"u8))
        {
            Time = Number(ref json, "time");
        }
        else if (json.ValueTextEquals("metrics"u8))
        {
            TakeMetrics(ref json);
        }
        else
        {
            TakeOther(ref json);
        }
    }

    private void TakeOther(ref Utf8JsonReader json)
    {
        bool isLog = json.ValueTextEquals("log"u8), isRun = json.ValueTextEquals("run"u8);
        bool isSchedule = json.ValueTextEquals("schedule"u8), isStart = json.ValueTextEquals("start"u8), isLost = json.ValueTextEquals("lost"u8);
        json.Read();
        if (isLost && json.TokenType == JsonTokenType.Number && json.TryGetInt64(out long lost))
            Lost = Math.Max(lost, 0);
        IsHeader |= isLog;
        if (json.TokenType != JsonTokenType.String)
            json.Skip();
        else if (isRun)
            Run = json.GetString();
        else if (isSchedule)
            Schedule = json.GetString();
        else if (isStart && json.TryGetDateTimeOffset(out var start))
            Start = start;
    }

    private void TakeMetrics(ref Utf8JsonReader json)
    {
        if (!json.Read() || json.TokenType != JsonTokenType.StartObject)
            throw new FormatException("metrics is no object");
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            int index = _names.IndexOf(ref json, Values?.Count ?? 0);
            if (index >= MostMetrics)
                throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"more than {MostMetrics:N0} metrics"));
            (Values ??= []).Add((index, Number(ref json, "a metric")));
        }
    }

    private static double Number(ref Utf8JsonReader json, string name)
    {
        json.Read();
        return json.TokenType switch
        {
            JsonTokenType.Number => double.Parse(json.ValueSpan, NumberStyles.Float, CultureInfo.InvariantCulture),
            JsonTokenType.String when json.ValueTextEquals("NaN"u8) => double.NaN,
            JsonTokenType.String when json.ValueTextEquals("Infinity"u8) => double.PositiveInfinity,
            JsonTokenType.String when json.ValueTextEquals("-Infinity"u8) => double.NegativeInfinity,
            // What writers that know no better make of NaN.
            JsonTokenType.Null => double.NaN,
            _ => throw new FormatException($"{name} is no number"),
        };
    }
}
