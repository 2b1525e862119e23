using LrGen.Analyzers.Tests.Harness;

namespace LrGen.Analyzers.Tests.Samples;

public sealed class FileLocalType : RuleSamples
{
    public override string Id => "LRG004";

    public override IEnumerable<Sample> Wrong =>
    [
        new("struct", """
            [Constant(0.1)]
            file readonly partial struct {|LRG004:Rate|};
            """, "'Rate' lies in the file-local type 'Rate', which no generated file can complete; remove 'file'"),
        new("method", """
            file static partial class Rates
            {
                [Constant(0.1)]
                public static partial double {|CS8795:{|LRG004:Rate|}|}(long step);
            }
            """, "'Rate' lies in the file-local type 'Rates', which no generated file can complete; remove 'file'"),
        new("method in a nested type", """
            file static partial class Training
            {
                static partial class Rates
                {
                    [Constant(0.1)]
                    public static partial double {|CS8795:{|LRG004:Rate|}|}(long step);
                }
            }
            """),
        new("not partial either", """
            [Constant(0.1)]
            file struct {|LRG004:Rate|};
            """),
    ];

    public override IEnumerable<Sample> Right =>
    [
        new("private struct", """
            static partial class Training
            {
                [Constant(0.1)]
                private readonly partial struct Rate;
            }
            """),
        new("beside a file-local type", "file static class Lengths\n{\n    public const int Steps = 100;\n}\n\n"
            + Method("LinearDecay(0.1, 0, Lengths.Steps)")),
    ];
}
