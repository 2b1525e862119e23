using System;
using System.Collections.Generic;
using System.Diagnostics.Metrics;

namespace LrGen;

/// <summary>The last records of the logs that are open, for monitoring: instruments of a meter that is called LrGen.</summary>
internal static class TrainingMeter
{
    private const string GradientNorm = "gradient norm";

    private static readonly List<TrainingLog> s_logs = [];
    private static readonly Meter s_meter = new("LrGen");

    private static readonly ObservableGauge<long> s_step = s_meter.CreateObservableGauge(
        "lrgen.training.step", () => Observe(static last => last.Step), description: "The index of the last update in the log.");

    private static readonly ObservableGauge<double> s_rate = s_meter.CreateObservableGauge(
        "lrgen.training.rate", () => Observe(static last => last.Rate), description: "The learning rate of the last update.");

    private static readonly ObservableGauge<double> s_loss = s_meter.CreateObservableGauge(
        "lrgen.training.loss", () => Observe(static last => last.Loss), description: "The loss of the last update.");

    private static readonly ObservableGauge<double> s_gradientNorm = s_meter.CreateObservableGauge(
        "lrgen.training.gradient_norm", () => ObserveMetrics(areNorms: true), description: "The norm of the gradients, where the log has a metric of that name.");

    private static readonly ObservableGauge<double> s_metric = s_meter.CreateObservableGauge(
        "lrgen.training.metric", () => ObserveMetrics(areNorms: false), description: "A metric of the log.");

    /// <summary>Gets whether someone listens; where no one does, nothing is kept.</summary>
    public static bool IsListened => s_step.Enabled || s_rate.Enabled || s_loss.Enabled || s_gradientNorm.Enabled || s_metric.Enabled;

    public static void Add(TrainingLog log)
    {
        lock (s_logs)
            s_logs.Add(log);
    }

    public static void Remove(TrainingLog log)
    {
        lock (s_logs)
            s_logs.Remove(log);
    }

    private static TrainingLog[] Logs()
    {
        lock (s_logs)
            return [.. s_logs];
    }

    private static List<Measurement<T>> Observe<T>(Func<LastRecord, T> value)
        where T : struct
    {
        var measurements = new List<Measurement<T>>();
        foreach (var log in Logs())
        {
            if (log.Last(out string run) is { } last)
                measurements.Add(new Measurement<T>(value(last), Run(run)));
        }

        return measurements;
    }

    private static List<Measurement<double>> ObserveMetrics(bool areNorms)
    {
        var measurements = new List<Measurement<double>>();
        foreach (var log in Logs())
        {
            if (log.Last(out string run) is not { } last)
                continue;
            foreach (var (name, value) in last.Metrics)
            {
                if (IsGradientNorm(name) != areNorms)
                    continue;
                measurements.Add(areNorms ? new Measurement<double>(value, Run(run))
                    : new Measurement<double>(value, Run(run), new KeyValuePair<string, object?>("metric", name)));
            }
        }

        return measurements;
    }

    private static KeyValuePair<string, object?> Run(string run) => new("run", run);

    /// <summary>gradient norm, gradient_norm, grad-norm.</summary>
    private static bool IsGradientNorm(string name)
    {
        string words = name.Replace('_', ' ').Replace('-', ' ');
        return words.Equals(GradientNorm, StringComparison.OrdinalIgnoreCase) || words.Equals("grad norm", StringComparison.OrdinalIgnoreCase);
    }
}

/// <summary>A record as the meter shows it.</summary>
internal sealed record LastRecord(long Step, double Rate, double Loss, IReadOnlyList<(string Name, double Value)> Metrics);
