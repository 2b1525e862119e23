using CsCheck;
using LrGen.Generator.Tests.Harness;
using static LrGen.Generator.Tests.RandomScheduleTests;

namespace LrGen.Generator.Tests;

/// <summary>Declarations that use, combine and modify others, three levels deep.</summary>
public sealed class RandomCompositionTests
{
    private static readonly int s_batchSize = LongRun.Size(full: 30, quick: 10), s_batches = LongRun.Size(full: 2, quick: 1);

    /// <summary>Positions inside repeated parts are exact as doubles up to here.</summary>
    private const long ExactSteps = 1L << 53;

    private static readonly Gen<string> s_lengthModifier = Gen.OneOf(
        Gen.Const(""),
        s_length.Select(n => $"Warmup({Text(n)}, FromRatio = 0.1), "),
        s_length.Select(n => $"Delay({Text(n)}), "),
        Gen.Int[1, 5].Select(n => $"Delay({-n}), "));

    private static readonly Gen<string> s_valueModifier = Gen.OneOf(
        Gen.Const(""),
        OneOf(0.1, 0.5, 3).Select(f => $"Scale({Text(f)}), "),
        OneOf(64.0, 1000).Select(b => $"BatchScale({Text(b)}, Rule = BatchRule.SquareRoot), "),
        OneOf(1e-3, 1e-2).Select(r => $"Clamp(low: {Text(r)}), "),
        OneOf(1e-2, 0.1).Select(r => $"Clamp(0.002, high: {Text(r)}), "));

    /// <summary>A schedule without an end rule, on which every modifier works.</summary>
    private static readonly Gen<Declared> s_leaf = Gen.Select(s_valueModifier, s_lengthModifier, Gen.OneOf(s_finite, s_last)).Select(v =>
        v.Item3.Text.Contains("AfterEnd")
            ? v.Item3
            // What comes again cannot begin inside.
            : new Declared(v.Item1 + (v.Item3.Text.Contains("Cyclic") ? v.Item2.Replace("-", "") : v.Item2) + v.Item3.Text, v.Item3.Bound + 3));

    private static readonly Gen<string> s_combination = OneOf("Product", "Sum", "Average", "Max", "Min");

    /// <summary>A and B, C out of the two, and the target out of C and A.</summary>
    internal static readonly Gen<Declared> s_composition = Gen.Select(
        s_leaf, Gen.Select(s_valueModifier, s_finite, (m, d) => new Declared(m + d.Text, d.Bound + 2)), s_combination, s_combination, s_valueModifier, OneOf("", "Warmup(5), ", "Repeat(3), ", "Cooldown(1.5), "))
        .Select(v =>
        {
            var (a, b, inner, outer, value, length) = v;
            // What has no end cannot be repeated or cooled down, but a minimum or maximum with Steps has one.
            string c = $"C: {value}{inner}(\"A\", \"B\")";
            string target = length is "Repeat(3), " or "Cooldown(1.5), " ? $"{length}{outer}(\"C\", \"A\", Steps = 77)" : $"{length}{outer}(\"C\", \"A\")";
            return new Declared($"A: {a.Text}; B: {b.Text}; {c}; {target}", 2 * a.Bound + b.Bound + 6);
        });

    [Fact]
    public void Random_compositions_are_within_the_bound_and_Fill_agrees()
    {
        s_composition.Array[s_batchSize].Sample(
            batch =>
            {
                var compiled = ScheduleBatch.Compile([.. batch.Select(d => d.Text)]);
                for (int i = 0; i < batch.Length; i++)
                {
                    var steps = batch[i].Exact(compiled[i].Reference.InterestingSteps()).Where(t => Math.Abs((double)t) < ExactSteps).Take(80).ToList();
                    AccuracyTests.AssertWithin(compiled[i], steps, batch[i].Bound);
                    AssertFill(compiled[i].Struct);
                }
            },
            iter: s_batches, threads: 1);
    }
}
