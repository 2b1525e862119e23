namespace LrGen.Analyzers.Tests.Field;

/// <summary>A schedule as people write it by hand.</summary>
/// <param name="Name">What it stands for.</param>
/// <param name="Attributes">What declares the same.</param>
/// <param name="Code">The code, whose class <c>Probe</c> gives the rates of a training one after the other.</param>
/// <param name="Note">What the offer says of the difference.</param>
internal sealed record HandWrittenSchedule(string Name, string Attributes, string Code, string Note = "");

/// <summary>Schedules by hand, of the kinds that public projects have, in words of our own.</summary>
internal static class HandWrittenSchedules
{
    private const string Single = " up to the rounding of single precision";

    public static IReadOnlyList<HandWrittenSchedule> All { get; } =
    [
        new("a class with fields", "StepDecay(0.1, every: 10, factor: 0.5)",
            """
            class Rates { readonly float _first = 0.1f; readonly float _share = 0.5f; readonly int _every = 10; public float RateAt(int epoch) => _first * MathF.Pow(_share, epoch / _every); }
            static class Probe { public static IEnumerable<double> Run() { var r = new Rates(); for (int i = 0; i < 90; i++) yield return r.RateAt(i); } }
            """, Single),
        new("a class with a constructor", "StepDecay",
            """
            class Decay { private readonly double _start, _factor; private readonly int _every; public Decay(double start, double factor, int every) { _start = start; _factor = factor; _every = every; }
                public double GetRate(int epoch) { return _start * Math.Pow(_factor, epoch / _every); } }
            static class Probe { public static IEnumerable<double> Run() { var r = new Decay(0.1, 0.3, 7); for (int i = 0; i < 90; i++) yield return r.GetRate(i); } }
            """),
        new("a primary constructor", "CosineDecay(AfterEnd = AfterEnd.Oscillate)",
            """
            class Cosine(double peak, double low, int total) { public double Rate(int step) => low + (peak - low) * 0.5 * (1 + Math.Cos(Math.PI * step / total)); }
            static class Probe { public static IEnumerable<double> Run() { var r = new Cosine(0.1, 0.01, 50); for (int i = 0; i < 120; i++) yield return r.Rate(i); } }
            """, "; after its end it climbs again, which AfterEnd says"),
        new("an options object", "ExponentialDecay",
            """
            record Settings { public double LearningRate { get; init; } = 0.02; public double Decay { get; init; } = 0.97; }
            class Plan { readonly Settings _settings = new(); public double RateFor(int epoch) => _settings.LearningRate * Math.Pow(_settings.Decay, epoch); }
            static class Probe { public static IEnumerable<double> Run() { var r = new Plan(); for (int i = 0; i < 60; i++) yield return r.RateFor(i); } }
            """),
        new("a warm-up and a cosine with lengths from outside", "Warmup(FirstStep = FirstStep.BetweenEnds), CosineDecay(0.0006, Floor = 6e-5)",
            """
            static class Rates { public static double At(long step, long warmup, long total) { const double max = 6e-4, min = 6e-5; if (step < warmup) return max * (step + 1) / (warmup + 1);
                if (step > total) return min; double x = (double)(step - warmup) / (total - warmup); double c = 0.5 * (1.0 + Math.Cos(Math.PI * x)); return min + c * (max - min); } }
            static class Probe { public static IEnumerable<double> Run() { for (long i = 0; i < 140; i++) yield return Rates.At(i, 10, 100); } }
            """),
        new("all values from parameters, clamped", "Warmup, LinearDecay(to: 0)",
            """
            static class Lr { public static double Linear(int step, double peak, int warmupSteps, int totalSteps) { if (step < warmupSteps) return peak * step / warmupSteps;
                return peak * Math.Max(0.0, (double)(totalSteps - step) / Math.Max(1, totalSteps - warmupSteps)); } }
            static class Probe { public static IEnumerable<double> Run() { for (int i = 0; i < 140; i++) yield return Lr.Linear(i, 5e-5, 12, 100); } }
            """),
        new("the square-root rule", "Noam(512, warmupSteps: 4000)",
            """
            static class Paper { public static double LearningRate(int step) => Math.Pow(512, -0.5) * Math.Min(Math.Pow(step, -0.5), step * Math.Pow(4000, -1.5)); }
            static class Probe { public static IEnumerable<double> Run() { for (int i = 0; i < 9000; i += 50) yield return Paper.LearningRate(i); } }
            """),
        new("the square-root rule with values from outside", "Noam",
            """
            class WarmupScheduler { readonly int _dModel; readonly int _warmup; public WarmupScheduler(int dModel, int warmup) { _dModel = dModel; _warmup = warmup; }
                public double GetLr(int step) => Math.Pow(_dModel, -0.5) * Math.Min(Math.Pow(step, -0.5), step * Math.Pow(_warmup, -1.5)); }
            static class Probe { public static IEnumerable<double> Run() { var w = new WarmupScheduler(256, 400); for (int i = 0; i < 900; i += 5) yield return w.GetLr(i); } }
            """),
        new("a local function", "StepDecay(0.1, every: 20, factor: 0.5)",
            """
            static class Probe { public static IEnumerable<double> Run() { double Rate(int e) => 0.1 * Math.Pow(0.5, e / 20); for (int e = 0; e < 90; e++) yield return Rate(e); } }
            """),
        new("a lambda in a field", "NaturalExponentialDecay(0.01, decayRate: 0.1)",
            """
            static class Probe { static readonly Func<int, double> s_learningRate = epoch => 0.01 * Math.Exp(-0.1 * epoch); public static IEnumerable<double> Run() { for (int e = 0; e < 90; e++) yield return s_learningRate(e); } }
            """),
        new("an override", "InverseTimeDecay(0.05, decayRate: 0.01)",
            """
            abstract class Schedule { public abstract double RateAt(int epoch); }
            class Inverse : Schedule { public override double RateAt(int epoch) => 0.05 / (1 + 0.01 * epoch); }
            static class Probe { public static IEnumerable<double> Run() { Schedule s = new Inverse(); for (int e = 0; e < 90; e++) yield return s.RateAt(e); } }
            """),
        new("a cosine that nobody ends", "CosineDecay(0.1, steps: 50, AfterEnd = AfterEnd.Oscillate)",
            """
            static class Rates { public static double Cosine(int step) => 0.05 * (1 + Math.Cos(Math.PI * step / 50)); }
            static class Probe { public static IEnumerable<double> Run() { for (int e = 0; e < 130; e++) yield return Rates.Cosine(e); } }
            """, "; after its end it climbs again, which AfterEnd says"),
        new("a cosine that begins again", "CosineDecay(0.1, steps: 50, AfterEnd = AfterEnd.Repeat)",
            """
            static class Rates { public static double Restarts(int step) => 0.05 * (1 + Math.Cos(Math.PI * (step % 50) / 50)); }
            static class Probe { public static IEnumerable<double> Run() { for (int e = 0; e < 130; e++) yield return Rates.Restarts(e); } }
            """),
        new("triangles", "Cyclic(0.001, high: 0.006, stepsUp: 20)",
            """
            static class Clr { public static double Rate(int step) { double cycle = Math.Floor(1 + step / 40.0); double x = Math.Abs(step / 20.0 - 2 * cycle + 1); return 0.001 + (0.006 - 0.001) * Math.Max(0, 1 - x); } }
            static class Probe { public static IEnumerable<double> Run() { for (int e = 0; e < 130; e++) yield return Clr.Rate(e); } }
            """),
        new("triangles by a remainder", "Cyclic(0.01, high: 0.05, stepsUp: 8, StepsDown = 12)",
            """
            static class Clr { public static double Rate(int iteration) { int p = iteration % 20; return p < 8 ? 0.01 + 0.04 * p / 8 : 0.05 - 0.04 * (p - 8) / 12.0; } }
            static class Probe { public static IEnumerable<double> Run() { for (int e = 0; e < 130; e++) yield return Clr.Rate(e); } }
            """),
        new("an array", "PiecewiseConstant(new double[] { 0.1, 0.02, 0.004, 0.001 }, new double[] { 30, 60, 90 })",
            """
            static class Table { static readonly double[] s_rates = { 0.1, 0.02, 0.004, 0.001 }; public static double LearningRate(int epoch) => s_rates[Math.Min(epoch / 30, s_rates.Length - 1)]; }
            static class Probe { public static IEnumerable<double> Run() { for (int e = 0; e < 130; e++) yield return Table.LearningRate(e); } }
            """),
        new("milestones in an array", "MilestoneDecay(0.1, factor: 0.1, 30, 60, 80)",
            """
            static class Table { static readonly int[] s_milestones = new[] { 30, 60, 80 }; public static double LearningRate(int epoch) { double lr = 0.1; foreach (int m in s_milestones) if (epoch >= m) lr *= 0.1; return lr; } }
            static class Probe { public static IEnumerable<double> Run() { for (int e = 0; e < 130; e++) yield return Table.LearningRate(e); } }
            """),
        new("milestones counted", "MilestoneDecay(0.1, factor: 0.1, 30, 60)",
            """
            static class Table { static readonly int[] s_milestones = new[] { 30, 60 }; public static double LearningRate(int epoch) => 0.1 * Math.Pow(0.1, s_milestones.Count(m => epoch >= m)); }
            static class Probe { public static IEnumerable<double> Run() { for (int e = 0; e < 130; e++) yield return Table.LearningRate(e); } }
            """),
        new("levels one step early", "StepDecay",
            """
            static class Rates { public static double Drop(int epoch, double initial, double drop, int every) => initial * Math.Pow(drop, Math.Floor((1.0 + epoch) / every)); }
            static class Probe { public static IEnumerable<double> Run() { for (int e = 0; e < 90; e++) yield return Rates.Drop(e, 0.1, 0.5, 10); } }
            """, "; it is one step ahead"),
        new("epochs from 1 on", "Delay(1), StepDecay(0.1, every: 10, factor: 0.5)",
            """
            static class Rates { public static double At(int epoch) => 0.1 * Math.Pow(0.5, (epoch - 1) / 10); }
            static class Probe { public static IEnumerable<double> Run() { for (int e = 1; e < 90; e++) yield return Rates.At(e); } }
            """),
        new("a class that counts its calls", "Warmup(1000, Join = Join.OverlapToFirst), CosineDecay(0.0003, steps: 5000)",
            """
            class Counter { int _count; public float NextRate() { _count++; if (_count < 1000) return _count / 1000f * 3e-4f; int step = Math.Min(_count, 5_000); return (float)(3e-4 * 0.5 * (1.0 + Math.Cos(Math.PI * step / 5_000.0))); } }
            static class Probe { public static IEnumerable<double> Run() { var c = new Counter(); for (int e = 0; e < 6000; e++) yield return c.NextRate(); } }
            """, Single + "; it is one step ahead; it jumps where the warm-up ends, unless Join is left out"),
        new("a cosine in single precision with a length from outside", "CosineDecay(0.1, AfterEnd = AfterEnd.Oscillate)",
            """
            static class Rates { public static float Cosine(int step, int total) => 0.5f * 0.1f * (1f + MathF.Cos(MathF.PI * step / total)); }
            static class Probe { public static IEnumerable<double> Run() { for (int e = 0; e < 150; e++) yield return Rates.Cosine(e, 100); } }
            """, Single + "; after its end it climbs again, which AfterEnd says"),
        new("a line that nobody ends", "LinearDecay(0.1, to: 0, steps: 100)",
            """
            static class Rates { public static double Line(int epoch) => 0.1 * (1 - epoch / 100.0); }
            static class Probe { public static IEnumerable<double> Run() { for (int e = 0; e <= 100; e++) yield return Rates.Line(e); } }
            """, " until step 100, after which the code goes on and the declaration stays"),
        new("a line with an end from outside", "LinearDecay(to: 0)",
            """
            static class Rates { public static double Line(int epoch, double start, int epochs) => start * (1 - (double)epoch / epochs); }
            static class Probe { public static IEnumerable<double> Run() { for (int e = 0; e < 40; e++) yield return Rates.Line(e, 0.1, 40); } }
            """, " until its end, after which the code goes on and the declaration stays"),
        new("a floor under a line", "LinearDecay(1, to: 0.01, steps: 9900)",
            """
            static class Epsilon { public static double Decay(int step) => Math.Max(0.01, 1.0 - 0.0001 * step); }
            static class Probe { public static IEnumerable<double> Run() { for (int e = 0; e < 12000; e += 100) yield return Epsilon.Decay(e); } }
            """),
        new("a base of ten", "ExponentialDecay(0.1, factor: 0.1, every: 1000)",
            """
            static class Rates { public static double At(int e) => 0.1 * Math.Pow(10, -e / 1000.0); }
            static class Probe { public static IEnumerable<double> Run() { for (int e = 0; e < 4000; e += 100) yield return Rates.At(e); } }
            """),
        new("a switch", "PiecewiseConstant(new double[] { 0.1, 0.02, 0.005 }, new double[] { 10, 25 })",
            """
            static class Rates { public static float LearningRate(int epoch) => epoch switch { < 10 => 0.1f, < 25 => 0.02f, _ => 0.005f }; }
            static class Probe { public static IEnumerable<double> Run() { for (int e = 0; e < 40; e++) yield return Rates.LearningRate(e); } }
            """, Single),
        new("a blend", "LinearDecay(0.1, to: 0.001, steps: 60)",
            """
            static class Rates { static double Mix(double a, double b, double x) => a + (b - a) * x; public static double LearningRate(int epoch) => Mix(0.1, 0.001, Math.Clamp(epoch / 60.0, 0, 1)); }
            static class Probe { public static IEnumerable<double> Run() { for (int e = 0; e < 90; e++) yield return Rates.LearningRate(e); } }
            """),
        new("a product in a loop", "ExponentialDecay(0.1, factor: 0.99)",
            """
            static class Probe { public static IEnumerable<double> Run() { double learningRate = 0.1; for (int epoch = 0; epoch < 90; epoch++) { yield return learningRate; learningRate *= 0.99; } } }
            """),
        new("a product each ten epochs", "StepDecay(0.1, every: 10, factor: 0.5)",
            """
            static class Probe { public static IEnumerable<double> Run() { float lr = 0.1f; for (int epoch = 0; epoch < 90; epoch++) { if (epoch > 0 && epoch % 10 == 0) lr *= 0.5f; yield return lr; } } }
            """, Single),
        new("a product after each ten epochs, from 1 on", "StepDecay(0.1, every: 10, factor: 0.5)",
            """
            static class Probe { public static IEnumerable<double> Run() { double lr = 0.1; for (int epoch = 1; epoch <= 90; epoch++) { yield return lr; if (epoch % 10 == 0) { lr = lr * 0.5; } } } }
            """),
        new("a quotient at two epochs", "MilestoneDecay(0.1, factor: 0.1, 30, 60)",
            """
            static class Probe { public static IEnumerable<double> Run() { var lr = 0.1; for (var epoch = 0; epoch < 90; epoch++) { if (epoch == 30 || epoch == 60) lr /= 10; yield return lr; } } }
            """),
        new("a product with a floor and values from outside", "ExponentialDecay",
            """
            static class Trainer { public static IEnumerable<double> Train(int epochs, double rate, double decay, double least) { double lr = rate; foreach (int batch in Enumerable.Range(0, epochs)) { yield return lr; lr = Math.Max(lr * decay, least); } } }
            static class Probe { public static IEnumerable<double> Run() => Trainer.Train(90, 0.1, 0.9, 0.001); }
            """),
        new("a rate computed in a loop", "InverseTimeDecay(0.05, decayRate: 0.01)",
            """
            static class Probe { public static IEnumerable<double> Run() { double initial = 0.05, decay = 0.01; for (int epoch = 0; epoch < 90; epoch++) { double lr = initial / (1.0 + decay * epoch); yield return lr; } } }
            """),
        new("a plateau by hand", "ReduceOnPlateau(0.006, factor: 0.5, patience: 2, Threshold = 0, Epsilon = 0)",
            """
            static class Probe { public static IEnumerable<double> Run() { double lr = 0.006, best = double.MaxValue; int bad = 0; for (int epoch = 0; epoch < 90; epoch++) { double loss = Math.Max(1.0 / (1 + epoch), 0.1);
                if (loss < best) { best = loss; bad = 0; } else if (++bad >= 3) { lr *= 0.5; bad = 0; } yield return lr; } } }
            """),
    ];

    /// <summary>The kinds that are not proved yet, so that nothing is offered.</summary>
    public static IReadOnlyList<string> NotOffered { get; } =
    [
        "all values from parameters, clamped", "the square-root rule", "the square-root rule with values from outside", "triangles by a remainder",
    ];
}
