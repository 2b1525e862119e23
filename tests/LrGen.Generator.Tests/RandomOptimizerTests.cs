using System.Reflection;
using LrGen.Analyzers;
using LrGen.Generator.Schedules;
using LrGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace LrGen.Generator.Tests;

/// <summary>
/// Optimizers with options taken at random, sensible or not, and samples with tokens gone, doubled or exchanged: nothing brings the
/// generator down, and what it writes compiles.
/// </summary>
public sealed class RandomOptimizerTests
{
    private const int BatchSize = 40, Length = 37, Seed = 20_261_125;

    private static readonly int s_batches = LongRun.Size(full: 4, quick: 2);

    /// <summary>Mostly numbers that are in range, so that not every declaration is refused.</summary>
    private static readonly string[] s_numbers =
        ["0", "0.5", "0.9", "0.1", "1e-8", "0.999", "0.25", "1e-3", "0.75", "1", "2", "-1", "1e-320", "1e308", "double.NaN", "double.PositiveInfinity", "-0.0"];

    private static readonly string[] s_rates = ["Constant(0.1)", "Warmup(2), CosineDecay(0.01, 5)", "OneCycle(0.1, 20)", "StepDecay(0.1, 2, 0.5)", ""];

    private static readonly Type[] s_rules =
        [.. typeof(UpdateRuleAttribute).Assembly.GetExportedTypes().Where(t => t.IsSubclassOf(typeof(UpdateRuleAttribute)))];

    [Fact]
    public void Random_options_are_refused_or_run()
    {
        var random = new Random(Seed);
        int run = 0, refused = 0;
        for (int batch = 0; batch < s_batches; batch++)
        {
            string[] declarations = [.. Enumerable.Range(0, BatchSize).Select(_ => Declaration(random))];
            var generated = Generated.From(string.Join("\n", declarations.Select((d, i) => $"[{d}] public sealed partial class X{i} {{ }}")));
            var assembly = generated.Load();
            for (int i = 0; i < BatchSize; i++)
            {
                var symbol = generated.Compilation.GetTypeByMetadataName("X" + i)!;
                if (ScheduleAnalyzer.Errors(symbol, generated.Compilation, default).Any(e => !e.IsWarning))
                {
                    refused++;
                    continue;
                }

                run++;
                AssertSameBits(assembly.GetType("X" + i)!, declarations[i]);
            }
        }

        Assert.True(run > s_batches && refused > s_batches, $"{run} ran, {refused} were refused.");
    }

    [Fact]
    public void Random_changes_of_samples_leave_code_that_compiles()
    {
        var random = new Random(Seed);
        int sound = 0;
        for (int done = 0; done < s_batches * BatchSize; done++)
        {
            string source = OptimizerSamples.All[random.Next(OptimizerSamples.All.Count)].Source;
            for (int changes = random.Next(1, 4); changes > 0; changes--)
                source = Change(source, random);
            var generated = Generated.From(source);
            var errors = generated.Compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).ToList();
            // Where the user's own code is in error, what is generated for it may be so, too.
            if (errors.Exists(e => IsOwn(generated, e)))
                continue;
            sound++;
            Assert.True(errors.Count == 0, source + "\n" + string.Join("\n", errors) + "\n" + generated.Text());
        }

        Assert.True(sound > s_batches * 4, $"Only {sound} were looked at.");
    }

    /// <summary>One tensor, which vectors take most of, and as many as it has parameters, which none takes.</summary>
    private static void AssertSameBits(Type type, string declaration)
    {
        var whole = (IOptimizer)Activator.CreateInstance(type)!;
        var single = (IOptimizer)Activator.CreateInstance(type)!;
        if (!IsElementwise(declaration))
            return;
        double[] parameters = [.. Enumerable.Range(0, Length).Select(i => Math.Sin(i + 1))], copy = [.. parameters];
        double[] gradients = new double[Length];
        for (int i = 0; i < Length; i++)
            single.Parameters.Add("p" + i, copy.AsMemory(i, 1), gradients.AsMemory(i, 1));
        for (int step = 0; step < 8; step++)
        {
            for (int i = 0; i < Length; i++)
                gradients[i] = Math.Cos(i * (step + 2));
            Assert.Equal(whole.Update(parameters, gradients), single.Update());
            for (int i = 0; i < Length; i++)
                Assert.True(parameters[i].Equals(copy[i]), FormattableString.Invariant($"[{declaration}], step {step}: {parameters[i]:R} and {copy[i]:R} at {i}"));
        }
    }

    /// <summary>Norms are sums over a tensor, whose parts are added in another order; rules that look at tensors as a whole mean another update.</summary>
    private static bool IsElementwise(string declaration) => !declaration.Contains("ClipNorm", StringComparison.Ordinal)
        && new[] { "Sgd", "Adam", "AdamW", "NAdam", "RAdam", "Adamax", "Adagrad", "Adadelta", "RmsProp", "Lion" }.Contains(declaration.Split('(', ',')[0]);

    private static string Declaration(Random random)
    {
        var rule = s_rules[random.Next(s_rules.Length)];
        var options = rule.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite && random.Next(6) == 0).Select(p =>
            p.Name + " = " + (p.PropertyType == typeof(bool) ? "true"
                : p.PropertyType.IsEnum ? "(" + p.PropertyType.FullName + ")" + random.Next(3)
                : p.Name == "AccumulationSteps" && random.Next(3) > 0 ? "3" : Number(random)));
        string text = rule.Name[..^"Attribute".Length] + "(" + string.Join(", ", options) + ")";
        string rate = s_rates[random.Next(s_rates.Length * 3) % s_rates.Length];
        if (rate.Length > 0)
            text += ", " + rate;
        foreach (var quantity in Enum.GetValues<Quantity>().Where(q => q is not (Quantity.LearningRate or Quantity.BatchSize) && random.Next(16) == 0))
            text += ", LinearDecay(" + Number(random) + ", to: " + Number(random) + ", steps: 5, Quantity = LrGen.Quantity." + quantity + ")";
        return text;
    }

    private static string Number(Random random) => s_numbers[random.Next(random.Next(4) == 0 ? s_numbers.Length : 9)];

    private static string Change(string source, Random random)
    {
        string[] tokens = System.Text.RegularExpressions.Regex.Matches(source, @"\w+|\s+|[^\w\s]").Select(m => m.Value).ToArray();
        int at = random.Next(tokens.Length), other = random.Next(tokens.Length);
        switch (random.Next(4))
        {
            case 0:
                tokens[at] = "";
                break;
            case 1:
                tokens[at] += " " + tokens[at];
                break;
            case 2:
                (tokens[at], tokens[other]) = (tokens[other], tokens[at]);
                break;
            default:
                tokens[at] = char.IsAsciiDigit(tokens[at][0]) ? s_numbers[random.Next(s_numbers.Length)] : tokens[other];
                break;
        }

        return string.Concat(tokens);
    }

    private static bool IsOwn(Generated generated, Diagnostic diagnostic) =>
        diagnostic.Location.SourceTree is not { } tree || generated.Compilation.SyntaxTrees.IndexOf(tree) == 0;
}
