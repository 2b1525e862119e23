using System.Globalization;
using LrGen.Analyzers.Tests.Harness;

namespace LrGen.Analyzers.Tests.Samples;

public sealed class TooLarge : RuleSamples
{
    public override string Id => "LRG029";

    public override IEnumerable<Sample> Wrong =>
    [
        new("shifted copies that double", Rates(Doubling(5, wrong: 5)),
            "with [Sum] a value is made of 475 formulas; a schedule can have 20,000 formulas, and a value can be made of 400"),
        new("uses that are nested too deeply", Rates(Chain(65, wrong: 65)),
            "'A65' uses declarations that are nested more than 64 deep; let fewer declarations use each other in a row"),
    ];

    public override IEnumerable<Sample> Right =>
    [
        new("shifted copies that double less often", Rates(Doubling(4, wrong: 10))),
        new("uses as deep as can be", Rates(Chain(64, wrong: 65))),
        new("the same copies", Rates(string.Concat(Enumerable.Range(1, 30).Select(i => FormattableString.Invariant(
            $"[Sum(\"A{i - 1}\", \"A{i - 1}\"), Scale(0.5)] public static partial double A{i}(long step);\n"))))),
    ];

    private static string Rates(string uses) =>
        "static partial class Rates\n{\n[CosineDecay(0.1, 100)] public static partial double A0(long step);\n" + uses + "}\n";

    private static string Chain(int length, int wrong) => string.Concat(Enumerable.Range(1, length).Select(i => i == wrong
        ? Line("[Use({|LRG029:" + Name("A", i - 1) + "|})]", Plain("A", i))
        : Line("[Use(" + Name("A", i - 1) + ")]", Plain("A", i))));

    private static string Doubling(int levels, int wrong) => string.Concat(Enumerable.Range(1, levels).Select(i =>
    {
        string later = Line("[Delay(" + Number(i) + "), Use(" + Name("A", i - 1) + ")]", Plain("B", i));
        string sum = "Sum(" + Name("A", i - 1) + ", " + Name("B", i) + ")";
        return later + Line(i == wrong ? "[{|LRG029:" + sum + "|}]" : "[" + sum + "]", Plain("A", i));
    }));

    private static string Line(string attributes, string name) => attributes + " public static partial double " + name + "(long step);\n";

    private static string Plain(string letter, int number) => letter + Number(number);

    private static string Name(string letter, int number) => "nameof(" + Plain(letter, number) + ")";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
