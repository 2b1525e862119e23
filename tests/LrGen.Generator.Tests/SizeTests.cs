using System.Globalization;
using LrGen.Generator.Tests.Harness;

namespace LrGen.Generator.Tests;

/// <summary>Declarations of many parts: what is generated grows with their number and no faster, or they are refused.</summary>
public sealed class SizeTests
{
    private static readonly int s_most = LongRun.Size(full: 10_000, quick: 1_000);

    [Theory]
    [InlineData("milestones")]
    [InlineData("points")]
    [InlineData("levels")]
    public void Ten_times_as_many_parts_are_at_most_sixteen_times_as_much_code(string kind)
    {
        int few = Code(Declaration(kind, s_most / 10)), many = Code(Declaration(kind, s_most));
        // Larger numbers have more digits, and a table of points is as long as the next power of two; a square would be a hundred times as much.
        Assert.InRange(many, 0, 16 * few);
    }

    [Theory]
    [InlineData("Sum")]
    [InlineData("Max")]
    public void A_hundred_schedules_with_ends_of_their_own_stand_in_a_combination_once_each(string combination)
    {
        var parts = Enumerable.Range(0, 100).Select(i => (Name: "P" + i, Text: string.Create(CultureInfo.InvariantCulture, $"CosineDecay({0.001 * (i + 1):R}, {100 + 7 * i})"))).ToList();
        string declaration = string.Concat(parts.Select(p => p.Name + ": " + p.Text + "; ")) + combination + "(" + string.Join(", ", parts.Select(p => "\"" + p.Name + "\"")) + ")";
        var schedule = ScheduleBatch.Compile(declaration).Struct;
        foreach (long step in new long[] { 0, 1, 99, 100, 104, 400, 791, 793, 10_000 })
        {
            var rates = Enumerable.Range(0, 100).Select(i => 0.001 * (i + 1) * (1 + Math.Cos(Math.PI * Math.Min(step, 100 + 7 * i) / (100 + 7 * i))) / 2);
            Assert.Equal(combination == "Sum" ? rates.Sum() : rates.Max(), schedule.At(step), 1e-12);
        }
    }

    /// <summary>Each level is twice the one before: 2^n formulas, were they not shared.</summary>
    [Fact]
    public void Thirteen_doublings_are_a_few_lines()
    {
        string declaration = "A0: CosineDecay(0.001, 1000); " + string.Concat(Enumerable.Range(1, 12).Select(i => $"A{i}: Sum(\"A{i - 1}\", \"A{i - 1}\"); ")) + "Sum(\"A12\", \"A12\")";
        var schedule = ScheduleBatch.Compile(declaration).Struct;
        Assert.Equal(8.192, schedule.At(0), 1e-12);
        Assert.InRange(Code("static partial class C { [CosineDecay(0.001, 1000)] public static partial double A(long step); }"), 1, 20_000);
    }

    /// <summary>Each is the one before and a later copy of it: no two of the 2^n formulas are the same.</summary>
    [Fact]
    public void Thirteen_delayed_copies_are_refused()
    {
        string declaration = "A0: CosineDecay(0.001, 1000); " + string.Concat(Enumerable.Range(0, 12).Select(i =>
            $"D{i}: Use(\"A{i}\"), Delay({(3 << i) + 1}); A{i + 1}: Sum(\"A{i}\", \"D{i}\"); ")) + "D12: Use(\"A12\"), Delay(7); Sum(\"A12\", \"D12\")";
        Assert.Contains("TooLarge", Assert.Throws<ArgumentException>(() => ScheduleBatch.Compile(declaration)).Message, StringComparison.Ordinal);
    }

    private static string Declaration(string kind, int count)
    {
        string attributes = kind switch
        {
            "milestones" => "MilestoneDecay(0.1, 0.999, " + List(i => 7 * i + 3) + ")",
            "levels" => "PiecewiseConstant([" + List(i => 1 + i % 3) + ", 1], [" + List(i => 7 * i + 3) + "])",
            _ => "PiecewiseInterpolated([" + List(i => 1 + i % 3) + ", 1], [" + List(i => 7 * i + 3) + "])",
        };
        return "public static partial class C { [" + attributes + "] public static partial double M(long step); }";

        string List(Func<int, int> number) => string.Join(", ", Enumerable.Range(0, count).Select(i => number(i).ToString(CultureInfo.InvariantCulture)));
    }

    private static int Code(string source) => Generated.From(source).AssertClean().Sources.Sum(s => s.SourceText.Length);
}
