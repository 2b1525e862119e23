using System.Diagnostics;
using System.Globalization;

namespace LrGen.Optimizers.Bits;

/// <summary>A training that writes a log and can be killed at any time; says after each record which it was, and when.</summary>
internal static class KillableLog
{
    public static void Run(string path, int records)
    {
        long step = 0;
        if (File.Exists(path) && TrainingLogReader.Read(path).Records is [.., var last])
            step = last.Step + 1;

        var log = TrainingLog.Open(path, schedule: "[Constant(0.1)]");
        var accuracy = log.Metric("accuracy");
        var clock = Stopwatch.StartNew();
        for (int i = 0; i < records; i++, step++)
        {
            log.Write(step, 0.1, 1.0 / (step + 1), [accuracy.Is(1.0 / 3)]);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{step} {clock.Elapsed.TotalSeconds:R}"));
        }
    }
}
