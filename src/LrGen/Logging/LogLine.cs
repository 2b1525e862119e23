using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text.Json;

namespace LrGen;

/// <summary>One line of a training log, header or record, taken apart.</summary>
internal ref struct LogLine
{
    private readonly List<string> _names;
    private bool _hasStep;
    private bool _hasLoss;

    /// <summary>Prepares to read a line.</summary>
    /// <param name="names">The names of the metrics so far, to which new ones are added.</param>
    public LogLine(List<string> names) => _names = names;

    public bool IsHeader { get; private set; }

    public string? Run { get; private set; }

    public string? Schedule { get; private set; }

    public DateTimeOffset? Start { get; private set; }

    public long Step { get; private set; }

    public double Epoch { get; private set; } = double.NaN;

    public double Rate { get; private set; } = double.NaN;

    public double Loss { get; private set; } = double.NaN;

    public double Time { get; private set; } = double.NaN;

    public double[]? Values { get; private set; }

    /// <summary>Takes the line apart and returns what is wrong with it, or null.</summary>
    public string? Parse(ReadOnlySpan<byte> line)
    {
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
        catch (FormatException mistake)
        {
            return mistake.Message;
        }

        return IsHeader || (_hasStep && _hasLoss) ? null : _hasStep ? "no loss" : "no step";
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
        bool isSchedule = json.ValueTextEquals("schedule"u8), isStart = json.ValueTextEquals("start"u8);
        json.Read();
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
            int index = IndexOf(ref json);
            double value = Number(ref json, "a metric");
            if (Values is null || Values.Length <= index)
            {
                double[] longer = new double[_names.Count];
                Array.Fill(longer, double.NaN);
                Values?.CopyTo(longer, 0);
                Values = longer;
            }

            Values[index] = value;
        }
    }

    private readonly int IndexOf(ref Utf8JsonReader json)
    {
        for (int i = 0; i < _names.Count; i++)
        {
            if (json.ValueTextEquals(_names[i]))
                return i;
        }

        _names.Add(json.GetString()!);
        return _names.Count - 1;
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
