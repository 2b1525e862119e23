using LrGen.Tool.Report;

namespace LrGen.Tool.Export;

/// <summary>Logs of trainings: a line or an event for each record.</summary>
internal sealed class ExportedLogs(IReadOnlyList<ReportRun> runs)
{
    /// <summary>Columns: the run where there are several, step, epoch, seconds, rate, loss, and the metrics of all runs.</summary>
    public void WriteCsv(TextWriter writer)
    {
        var csv = new CsvWriter(writer);
        string[] metrics = [.. runs.SelectMany(r => r.Log.Metrics).Distinct()];
        foreach (string name in runs.Count > 1 ? ["run", "step"] : new[] { "step" })
            csv.Text(name);
        foreach (string name in (string[])["epoch", "seconds", "rate", "loss", .. metrics])
            csv.Text(name);
        csv.EndLine();
        foreach (var run in runs)
        {
            int[] places = [.. metrics.Select(m => IndexOf(run.Log.Metrics, m))];
            foreach (var record in run.Log.Records)
            {
                if (runs.Count > 1)
                    csv.Text(run.Name);
                csv.Integer(record.Step);
                csv.Number(record.Epoch, !double.IsNaN(record.Epoch));
                csv.Number(record.Seconds, !double.IsNaN(record.Seconds));
                csv.Number(record.Rate, !double.IsNaN(record.Rate));
                csv.Number(record.Loss);
                foreach (int place in places)
                    csv.Number(place < 0 ? double.NaN : record.Metric(place), place >= 0 && !double.IsNaN(record.Metric(place)));
                csv.EndLine();
            }
        }
    }

    public IEnumerable<EventRun> Runs()
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var run in runs)
        {
            string name = EventRun.FolderOf(run.Name), folder = name;
            for (int i = 2; !taken.Add(folder); i++)
                folder = name + "_" + i.ToString(System.Globalization.CultureInfo.InvariantCulture);
            // A log without its header has no time of its start: its seconds are then counted from 1970.
            var start = run.Log.Start ?? DateTimeOffset.UnixEpoch;
            yield return new EventRun(folder, start, Scalars(run.Log, EventFile.Seconds(start)));
        }
    }

    private static IEnumerable<(byte[], long, double, double)> Scalars(TrainingLogReader log, double start)
    {
        byte[] loss = EventFile.TagOf("loss"), rate = EventFile.TagOf("rate"), epoch = EventFile.TagOf("epoch");
        byte[][] metrics = [.. log.Metrics.Select(EventFile.TagOf)];
        foreach (var record in log.Records)
        {
            double time = start + (double.IsNaN(record.Seconds) ? 0 : record.Seconds);
            yield return (loss, record.Step, record.Loss, time);
            if (!double.IsNaN(record.Rate))
                yield return (rate, record.Step, record.Rate, time);
            if (!double.IsNaN(record.Epoch))
                yield return (epoch, record.Step, record.Epoch, time);
            for (int i = 0; i < metrics.Length; i++)
            {
                if (record.Metric(i) is var value && !double.IsNaN(value))
                    yield return (metrics[i], record.Step, value, time);
            }
        }
    }

    private static int IndexOf(IReadOnlyList<string> names, string name)
    {
        for (int i = 0; i < names.Count; i++)
        {
            if (names[i] == name)
                return i;
        }

        return -1;
    }
}
