using LrGen.Analyzers.Tests.Harness;

namespace LrGen.Analyzers.Tests.Samples;

public sealed class ConvertibleMethod : RuleSamples
{
    public override string Id => "LRG100";

    public override IEnumerable<Sample> Wrong =>
    [
        Computes("a staircase", "return 0.01 * Math.Pow(0.5, epoch / 10);", "StepDecay(0.01, every: 10, factor: 0.5)"),
        Computes("whole parts", "return 0.01 * Math.Pow(0.5, Math.Floor(epoch / 10.0));", "StepDecay(0.01, every: 10, factor: 0.5)"),
        Computes("a cast", "return 0.01 * Math.Pow(0.5, (int)(epoch / 10.0));", "StepDecay(0.01, every: 10, factor: 0.5)"),
        Computes("halvings", "return 0.01 * Math.Pow(2, -epoch / 10);", "StepDecay(0.01, every: 10, factor: 0.5)"),
        Computes("named constants", "const double initial = 0.01; const int every = 10; double factor = 0.5; return initial * Math.Pow(factor, epoch / every);", "StepDecay(0.01, every: 10, factor: 0.5)"),
        Computes("a floor", "return Math.Max(0.001, 0.01 * Math.Pow(0.5, epoch / 10));", "StepDecay(0.01, every: 10, factor: 0.5, Floor = 0.001)"),
        Computes("an end", "return 0.01 * Math.Pow(0.5, Math.Min(epoch, 40) / 10);", "StepDecay(0.01, every: 10, factor: 0.5, Steps = 40)"),
        Computes("a smooth decay", "return 0.01 * Math.Pow(0.5, epoch / 10.0);", "ExponentialDecay(0.01, factor: 0.5, every: 10)"),
        Computes("a power of the epoch", "return 0.1 * Math.Pow(0.95, epoch);", "ExponentialDecay(0.1, factor: 0.95)"),
        Computes("a power of e", "return 0.1 * Math.Exp(-0.05 * epoch);", "NaturalExponentialDecay(0.1, decayRate: 0.05)"),
        Computes("a quotient in the power of e", "return 0.1 * Math.Exp(-epoch / 50.0);", "NaturalExponentialDecay(0.1, decayRate: 1, every: 50)"),
        Computes("inverse time", "return 0.1 / (1 + 0.01 * epoch);", "InverseTimeDecay(0.1, decayRate: 0.01)"),
        Computes("inverse time in levels", "return 0.1 / (1 + 0.5 * (epoch / 10));", "InverseTimeDecay(0.1, decayRate: 0.5, every: 10, Staircase = true)"),
        Computes("an inverse root", "return 0.1 / Math.Sqrt(1 + epoch / 100.0);", "InverseSquareRoot(0.1, timescale: 100)"),
        Computes("a held inverse root", "return 0.001 * Math.Sqrt(1000.0 / Math.Max(epoch, 1000));", "Constant(0.001, Steps = 1000), InverseSquareRoot(0.001, timescale: 1000)"),
        Computes("a line", "return epoch < 90 ? 0.1 * (1 - epoch / 90.0) : 0;", "LinearDecay(0.1, to: 0, steps: 90)"),
        Computes("a line to a share", "return 0.1 + (0.01 - 0.1) * Math.Min(epoch / 90.0, 1);", "LinearDecay(0.1, to: 0.01, steps: 90)"),
        Computes("a polynomial", "return 0.1 * Math.Pow(1 - Math.Min(epoch, 90) / 90.0, 2);", "PolynomialDecay(0.1, steps: 90, power: 2)"),
        Computes("a polynomial of a broken power", "if (epoch >= 90) return 0; return 0.1 * Math.Pow(1 - epoch / 90.0, 0.9);", "PolynomialDecay(0.1, steps: 90, power: 0.9)"),
        Computes("a cosine", "var x = Math.Min(epoch, 90) / 90.0; return 0.5 * 0.1 * (1 + Math.Cos(Math.PI * x));", "CosineDecay(0.1, steps: 90)"),
        Computes("a cosine with a floor", "const double min = 0.001, max = 0.1; if (epoch >= 90) return min; return min + 0.5 * (max - min) * (1 + Math.Cos(Math.PI * epoch / 90));",
            "CosineDecay(0.1, steps: 90, Floor = 0.001)"),
        Computes("a cosine after a warm-up",
            "if (epoch < 5) return 0.1 * epoch / 5; double done = (double)(epoch - 5) / (90 - 5); return 0.05 * (1 + Math.Cos(Math.PI * Math.Min(1, done)));",
            "Warmup(5), CosineDecay(0.1, steps: 85)"),
        Computes("a warm-up from its first step on", "if (epoch < 5) return 0.1 * (epoch + 1) / 5; return 0.1 * Math.Pow(0.9, epoch - 5);",
            "Warmup(5, FirstStep = FirstStep.OneStepIn), ExponentialDecay(0.1, factor: 0.9)"),
        Computes("levels", "if (epoch < 30) return 0.1; if (epoch < 60) return 0.01; return 0.001;", "PiecewiseConstant(new double[] { 0.1, 0.01, 0.001 }, new double[] { 30, 60 })"),
        Computes("a switch", "switch (epoch) { case < 30: return 0.1; case < 60: return 0.05; default: return 0.025; }", "MilestoneDecay(0.1, factor: 0.5, 30, 60)"),
        Computes("a switch expression", "return epoch switch { < 30 => 0.1, < 60 => 0.05, _ => 0.025 };", "MilestoneDecay(0.1, factor: 0.5, 30, 60)"),
        Computes("a switch over levels", "switch (epoch / 10) { case 0: return 0.1; case 1: case 2: return 0.03; default: return 0.01; }",
            "PiecewiseConstant(new double[] { 0.1, 0.03, 0.01 }, new double[] { 10, 30 })"),
        Computes("products", "var rate = 0.1; if (epoch >= 30) rate *= 0.1; if (epoch >= 60) rate *= 0.1; return rate;", "MilestoneDecay(0.1, factor: 0.1, 30, 60)"),
        Computes("a shifted comparison", "if (epoch > 30) return 0.01; return 0.1;", "PiecewiseConstant(new double[] { 0.1, 0.01 }, new double[] { 31 })"),
        Computes("floats", "return 0.01f * MathF.Pow(0.5f, epoch / 10);", "StepDecay(0.01, every: 10, factor: 0.5)", returns: "float", note: " up to the rounding of single precision"),
    ];

    public override IEnumerable<Sample> Right =>
    [
        Says("a sharper staircase", "return 0.01 * Math.Pow(0.5, epoch / 10 + epoch / 30);"),
        Says("a factor that depends on the step", "return 0.01 * Math.Pow(0.9 + 0.001 * epoch, 3);"),
        Says("a sharper end", "return epoch < 80 ? 0.1 * (1 - epoch / 90.0) : 0;"),
        Says("a rise", "return 0.01 * Math.Pow(1.5, epoch / 10);"),
        Says("a side effect", "Count++; return 0.01 * Math.Pow(0.5, epoch / 10);"),
        Says("a recursion", "return epoch == 0 ? 0.1 : 0.5 * Rate(epoch - 1);"),
        Says("a comparison that rounding decides", "return epoch * 0.1 <= 3 ? 0.1 : 0.01;"),
        new("a reference", Code("return 0.01 * Math.Pow(0.5, epoch / 10);", "double", "ref int epoch")),
        new("numbers of something else", "static class Sizes { public static double Weight(int kind) => kind < 3 ? 0.1 : 0.2; }"),
    ];

    private static Sample Computes(string name, string body, string attributes, string returns = "double", string note = "") => new(
        name, Code(body, returns, "int epoch").Replace(" Rate(int", " {|LRG100:Rate|}(int", StringComparison.Ordinal), "This method computes a schedule; [" + attributes + "] is the same" + note);

    private static Sample Says(string name, string body) => new(name, Code(body, "double", "int epoch"));

    private static string Code(string body, string returns, string parameters) => $$"""
        static class Rates
        {
            public static int Count;
            public static double Base = 0.1;

            public static {{returns}} Rate({{parameters}})
            {
                {{body}}
            }
        }
        """;
}
