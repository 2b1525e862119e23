using System.Globalization;
using LrGen.Tool.Input;
using LrGen.Tool.Output;

namespace LrGen.Tool.Report;

/// <summary>A run as the report and the terminal show it.</summary>
internal sealed class ReportRun
{
    // So many points make a line of a page's width; the verdict's windows are wider.
    private const int SmoothPoints = 150;

    /// <summary>So many take half a gigabyte with what is drawn of them.</summary>
    public const long MostRecords = 4_000_000;

    private static readonly string[] s_lowerIsBetter = ["loss", "err", "perplexity", "ppl", "mae", "mse", "wer", "cer", "fid", "bits", "nll"];

    public ReportRun(string path, TrainingLogReader log)
    {
        Path = Visible.Text(path);
        Log = log;
        Name = Visible.Text(log.Run is { Length: > 0 } run ? run : System.IO.Path.GetFileNameWithoutExtension(path));
        Schedule = log.Schedule is { } schedule ? Visible.Text(schedule) : null;
        Verdict = LossVerdict.Of(log.Records);
        Loss = Points(r => r.Loss);
        SmoothLoss = Smooth(Loss);
        Rate = Points(r => r.Rate);
        int firstGap = FirstOfNoNumbersAtEnd();
        NoNumberFrom = firstGap < log.Records.Count ? log.Records[firstGap].Step : null;
    }

    public string Path { get; }

    public TrainingLogReader Log { get; }

    public string? Schedule { get; }

    public string Name { get; set; }

    public LossVerdict Verdict { get; }

    /// <summary>Gets the losses that are finite.</summary>
    public IReadOnlyList<Point> Loss { get; }

    /// <summary>Gets means of the loss; the losses themselves where there are few.</summary>
    public IReadOnlyList<Point> SmoothLoss { get; }

    public IReadOnlyList<Point> Rate { get; }

    /// <summary>Gets the step from which on the loss is NaN or infinite, if it is so at the end.</summary>
    public long? NoNumberFrom { get; }

    public long LastStep => Log.Records is [.., var last] ? last.Step : 0;

    public string VerdictWord => Verdict.Word;

    /// <summary>Gets the level at the end that the verdict has, or the last finite loss where there are few records.</summary>
    public double LastLoss => !double.IsNaN(Verdict.LastLoss) ? Verdict.LastLoss : SmoothLoss is [.., var last] ? last.Value : double.NaN;

    /// <summary>Gets the lowest level that the verdict has, or the lowest loss where there are few records.</summary>
    public double BestLoss => !double.IsNaN(Verdict.BestLoss) ? Verdict.BestLoss : SmoothLoss.Count > 0 ? SmoothLoss.Min(p => p.Value) : double.NaN;

    /// <summary>Gets what is to be said of damaged lines; null where there are none.</summary>
    public string? Damage
    {
        get
        {
            var facts = new List<string>();
            if (Log.Damaged is [var first, ..] damaged)
                facts.Add(string.Create(CultureInfo.InvariantCulture, $"{damaged.Count} damaged lines, the first is {first.Number}: {first.Reason}"));
            if (Log.LostBytes > 0)
                facts.Add(string.Create(CultureInfo.InvariantCulture, $"{Log.LostBytes:#,0} bytes of records were cut off by another program"));
            return facts.Count > 0 ? string.Join("; ", facts) : null;
        }
    }

    public IReadOnlyList<Point> Metric(string name)
    {
        int index = IndexOf(name);
        return index < 0 ? [] : Points(r => r.Metric(index));
    }

    /// <summary>The best value of a metric, which for an accuracy is the highest and for an error the lowest, with the word for that.</summary>
    public (Point Best, string Word)? BestMetric(string name)
    {
        var points = Metric(name);
        if (points.Count == 0)
            return null;
        return s_lowerIsBetter.Any(part => name.Contains(part, StringComparison.OrdinalIgnoreCase))
            ? (points.MinBy(p => p.Value), "lowest")
            : (points.MaxBy(p => p.Value), "highest");
    }

    public string Duration()
    {
        var time = Log.Duration;
        return time.TotalSeconds < 100 ? time.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture) + " s"
            : time.TotalHours < 1 ? time.ToString(@"m' min 's' s'", CultureInfo.InvariantCulture)
            : ((long)time.TotalHours).ToString(CultureInfo.InvariantCulture) + time.ToString(@"' h 'm' min'", CultureInfo.InvariantCulture);
    }

    /// <summary>Reads the logs that the user names; a folder stands for the logs in it.</summary>
    public static IReadOnlyList<ReportRun> Read(IEnumerable<string> paths)
    {
        var runs = new List<ReportRun>();
        foreach (string path in paths.SelectMany(Files))
        {
            try
            {
                InputFile.Note(path);
                var log = new TrainingLogReader(path, MostRecords);
                log.Refresh();
                runs.Add(new ReportRun(path, log));
            }
            catch (Exception failed) when (failed is IOException or UnauthorizedAccessException or InvalidDataException or NotSupportedException)
            {
                throw new ToolException("'" + path + "' cannot be read: " + failed.Message);
            }
        }

        if (runs.FirstOrDefault(r => r.Log.Records.Count == 0) is { } empty)
        {
            string why = empty.Log.Damaged is [var first, ..]
                ? string.Create(CultureInfo.InvariantCulture, $"; line {first.Number}: {first.Reason}")
                : string.Empty;
            throw new ToolException("'" + empty.Path + "' has no records" + why + ".");
        }

        // Runs of one name are told apart by their files.
        foreach (var same in runs.GroupBy(r => r.Name).Where(g => g.Count() > 1).ToList())
        {
            foreach (var run in same)
                run.Name += " (" + System.IO.Path.GetFileName(run.Path) + ")";
        }

        return runs;
    }

    private static IEnumerable<string> Files(string path)
    {
        if (!Directory.Exists(path))
            return [path];
        string[] files = [.. Directory.EnumerateFiles(path, "*.jsonl").Order(StringComparer.Ordinal)];
        return files.Length > 0 ? files : throw new ToolException("There is no .jsonl file in '" + path + "'.");
    }

    private List<Point> Points(Func<TrainingRecord, double> value) =>
        [.. Log.Records.Select(r => new Point(r.Step, value(r))).Where(p => double.IsFinite(p.Value))];

    private static IReadOnlyList<Point> Smooth(IReadOnlyList<Point> points)
    {
        if (points.Count < 2 * SmoothPoints)
            return points;
        var means = new Point[SmoothPoints];
        for (int i = 0; i < SmoothPoints; i++)
        {
            int start = (int)((long)i * points.Count / SmoothPoints), end = (int)((long)(i + 1) * points.Count / SmoothPoints);
            double sum = 0;
            for (int j = start; j < end; j++)
                sum += points[j].Value / (end - start);
            means[i] = new Point(points[start].Step + (points[end - 1].Step - points[start].Step) / 2, sum);
        }

        return means;
    }

    private int IndexOf(string metric)
    {
        for (int i = 0; i < Log.Metrics.Count; i++)
        {
            if (Log.Metrics[i] == metric)
                return i;
        }

        return -1;
    }

    private int FirstOfNoNumbersAtEnd()
    {
        int first = Log.Records.Count;
        while (first > 0 && !double.IsFinite(Log.Records[first - 1].Loss))
            first--;
        return first;
    }
}
