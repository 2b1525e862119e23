using LrGen.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis.CSharp;

namespace LrGen.Analyzers.Tests.Samples;

/// <summary>What the rules say of search spaces.</summary>
public abstract class SearchSpaceSamples : RuleSamples
{
    public override IEnumerable<Sample> Right => [Space("search space", Everything)];

    public override IEnumerable<Sample> Wrong => Mistakes.Select(s => s with { Name = "search space, " + s.Name });

    protected abstract IEnumerable<Sample> Mistakes { get; }

    protected const string Everything = """
        [LogUniform(1e-5, 1e-1, Points = 2)] double Rate, [Uniform(-1, 1)] float Shift, [IntegerRange(0, 255, Step = 5)] byte Width,
            [Choice(true, false)] bool Flag, [When(nameof(Flag), true), Choice("a", "b")] string Name = "none", [Choice(DayOfWeek.Monday)] DayOfWeek Day = DayOfWeek.Friday
        """;

    protected static Sample Space(string name, string parameters, string? message = null) => new(name, $"""
        [SearchSpace]
        readonly partial record struct Trial({parameters});
        """, message);
}

public sealed class SearchSpaceNotPartial : SearchSpaceSamples
{
    public override string Id => "LRG001";

    protected override IEnumerable<Sample> Mistakes =>
    [
        new("alone", "[SearchSpace]\nreadonly record struct {|LRG001:Trial|}([Uniform(0, 1)] double Rate);", "The type 'Trial' has to be partial, so that LrGen can complete it"),
        new("inside a type", "static class {|LRG001:Outer|}\n{\n    [SearchSpace]\n    public readonly partial record struct Trial([Uniform(0, 1)] double Rate);\n}"),
    ];
}

public sealed class SearchSpaceFileLocal : SearchSpaceSamples
{
    public override string Id => "LRG004";

    protected override IEnumerable<Sample> Mistakes =>
    [
        new("alone", "[SearchSpace]\nfile readonly partial record struct {|LRG004:Trial|}([Uniform(0, 1)] double Rate);",
            "'Trial' lies in the file-local type 'Trial', which no generated file can complete; remove 'file'"),
    ];
}

public sealed class SearchSpaceConflict : SearchSpaceSamples
{
    public override string Id => "LRG005";

    protected override IEnumerable<Sample> Mistakes =>
    [
        Space("two ranges", "[Uniform(0, 1), {|LRG005:LogUniform(0.1, 1)|}] double Rate", "the parameter 'Rate' has its values twice; keep one attribute"),
    ];
}

public sealed class SearchSpaceWithoutRange : SearchSpaceSamples
{
    public override string Id => "LRG006";

    protected override IEnumerable<Sample> Mistakes =>
    [
        Space("parameter without values", "[Uniform(0, 1)] double Rate, int {|LRG006:Batch|}",
            "The parameter 'Batch' has no values to search; give it [LogUniform], [Uniform], [IntegerRange] or [Choice]"),
        Space("condition without values", "[Choice(1, 2)] int Batch, [When(nameof(Batch), 1)] double {|LRG006:Rate|} = 1"),
    ];
}

public sealed class SearchSpaceUnsupported : SearchSpaceSamples
{
    public override string Id => "LRG009";

    protected override IEnumerable<Sample> Mistakes =>
    [
        new("plain struct", "[SearchSpace]\npartial struct {|LRG009:Trial|}\n{\n    public double Rate;\n}",
            "'Trial' has to be a record struct with its parameters behind the name: 'readonly partial record struct Trial(…)'"),
        new("record struct without parameters", "[SearchSpace]\npartial record struct {|LRG009:Trial|}\n{\n    public double Rate { get; init; }\n}"),
        new("taken name", "[SearchSpace]\npartial record struct {|LRG009:Trial|}([Uniform(0, 1)] double Grid);",
            "'Trial' declares a member 'Grid', which LrGen writes; give it another name"),
        new("name of a member", "[SearchSpace]\npartial record struct {|LRG009:Grid|}([Uniform(0, 1)] double Rate);"),
        new("no parameters", "[SearchSpace]\npartial record struct {|LRG009:Trial|}();", "'Trial' has no parameters, so there is nothing to search; write them behind its name"),
        new("seventeen parameters", "[SearchSpace]\npartial record struct {|LRG009:Trial|}("
            + string.Join(", ", Enumerable.Range(0, 17).Select(i => $"[Uniform(0, 1)] double P{i}")) + ");", "'Trial' has 17 parameters; a search space has at most 16"),
        new("huge grid", "[SearchSpace]\npartial record struct {|LRG009:Trial|}([IntegerRange(1, 1_000_000_000_000)] long A, [IntegerRange(1, 1_000_000_000_000)] long B);"),
        new("many cases", "[SearchSpace]\npartial record struct {|LRG009:Trial|}([Choice(" + string.Join(", ", Enumerable.Range(0, 1001)) + ")] int A, [When(\"A\", 1), Uniform(0, 1)] double B);"),
        Space("range of integers for a double", "[{|LRG009:IntegerRange(1, 2)|}] double Rate", "'Rate' is of type double; [IntegerRange] is for integers"),
        Space("logarithm for an integer", "[{|LRG009:LogUniform(1, 2)|}] int Rate", "'Rate' is of type int; [LogUniform] is for double and float"),
        Space("choice of a type that cannot be", "[{|LRG009:Choice(1, 2)|}] decimal Rate"),
        new("old language", "[SearchSpace]\npartial record struct {|LRG009:Trial|}([Uniform(0, 1)] double Rate);",
            "'Trial' is a search space, which needs C# 11 or later; this project uses C# 10.0 (set <LangVersion> in the project file)", LanguageVersion.CSharp10),
    ];
}

public sealed class SearchSpaceReference : SearchSpaceSamples
{
    public override string Id => "LRG016";

    protected override IEnumerable<Sample> Mistakes =>
    [
        Space("no such parameter", "[Choice(1, 2)] int Batch, [{|LRG016:When(\"Bacth\", 1)|}, Uniform(0, 1)] double Rate",
            "[When] names 'Bacth', which is no parameter before 'Rate'"),
        Space("later parameter", "[{|LRG016:When(\"Batch\", 1)|}, Uniform(0, 1)] double Rate, [Choice(1, 2)] int Batch"),
        Space("itself", "[{|LRG016:When(\"Batch\", 1)|}, Choice(1, 2)] int Batch", "[When] names 'Batch', which is the parameter itself; name an earlier one"),
        Space("a range", "[IntegerRange(1, 2)] int Batch, [{|LRG016:When(\"Batch\", 1)|}, Uniform(0, 1)] double Rate",
            "[When] names 'Batch', which is a range; name a parameter with [Choice]"),
        Space("no such value", "[Choice(1, 2)] int Batch, [{|LRG016:When(\"Batch\", 3)|}, Uniform(0, 1)] double Rate",
            "'Batch' is never 3, so 'Rate' would never take part; name one of its choices"),
        Space("no value", "[Choice(1, 2)] int Batch, [{|LRG016:When(\"Batch\")|}, Uniform(0, 1)] double Rate"),
        Space("member of another enumeration", "[Choice(DayOfWeek.Monday)] DayOfWeek Day, [{|LRG016:When(\"Day\", DateTimeKind.Utc)|}, Uniform(0, 1)] double Rate"),
    ];
}

public sealed class SearchSpaceRange : SearchSpaceSamples
{
    public override string Id => "LRG019";

    protected override IEnumerable<Sample> Mistakes =>
    [
        Space("logarithm of zero", "[LogUniform({|LRG019:0|}, 1)] double Rate", "'low' is 0; a logarithm needs a finite number above 0"),
        Space("no number", "[Uniform({|LRG019:double.NaN|}, 1)] double Rate"),
        Space("swapped", "[LogUniform(0.1, {|LRG019:1e-5|})] double Rate", "'high' is 1e-5; a range ends at a finite number above its low end, 0.1"),
        Space("infinite", "[Uniform(high: {|LRG019:double.PositiveInfinity|}, low: 0)] double Rate"),
        Space("too wide", "[Uniform(-1e308, {|LRG019:1e308|})] double Rate"),
        Space("too wide a ratio", "[LogUniform(1e-300, {|LRG019:1e300|})] double Rate"),
        Space("one point", "[Uniform(0, 1, Points = {|LRG019:1|})] double Rate", "'Points' is 1; a grid has 2 to 1,000 values of a range"),
        Space("integers swapped", "[IntegerRange(4, {|LRG019:1|})] int Layers", "'high' is 1; a range ends at its low end, 4, or above"),
        Space("integers of another type", "[IntegerRange(0, {|LRG019:256|})] byte Layers", "'high' is 256; the type of 'Layers' cannot hold it"),
        Space("no step", "[IntegerRange(0, 4, Step = {|LRG019:0|})] int Layers"),
        Space("all integers", "[IntegerRange(long.MinValue, {|LRG019:long.MaxValue|})] long Layers"),
        Space("choice twice", "[{|LRG019:Choice(1, 2, 1)|}] int Batch", "'values' is 1; it stands there twice; write each value once"),
        Space("choice of another type", "[{|LRG019:Choice(1, \"2\")|}] int Batch", "'values' is \"2\"; that is no value of type int"),
        Space("choice of nothing", "[{|LRG019:Choice|}] int Batch"),
        Space("choice of infinity", "[{|LRG019:Choice(1.0, double.PositiveInfinity)|}] double Batch"),
        Space("choice of null", "[{|LRG019:Choice(null, \"a\")|}] string Name"),
    ];
}
