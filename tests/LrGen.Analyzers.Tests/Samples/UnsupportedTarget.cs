using LrGen.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis.CSharp;

namespace LrGen.Analyzers.Tests.Samples;

public sealed class UnsupportedTarget : RuleSamples
{
    public override string Id => "LRG009";

    public override IEnumerable<Sample> Wrong =>
    [
        new("implemented method", """
            static partial class Rates
            {
                [Constant(0.1)]
                public static partial double {|LRG009:Rate|}(long step);

                public static partial double Rate(long step) => 0.1;
            }
            """, "'Rate' has a body already; LrGen writes it, so remove the implementing part"),
        new("attribute on the implementing part", """
            static partial class Rates
            {
                public static partial double {|LRG009:Rate|}(long step);

                [Constant(0.1)]
                public static partial double Rate(long step) => 0.1;
            }
            """),
        new("partial method with a body alone", """
            static partial class Rates
            {
                [Constant(0.1)]
                public static partial double {|CS0759:{|LRG009:Rate|}|}(long step) => 0.1;
            }
            """, "'Rate' has a body already; LrGen writes it, so declare the method without one"),
        new("ref struct", """
            [Constant(0.1)]
            ref partial struct {|LRG009:Rate|};
            """, "'Rate' is a ref struct, which cannot implement ISchedule; remove 'ref'"),
        new("struct with a member of the schedule's", """
            [Constant(0.1)]
            partial struct {|LRG009:Rate|}
            {
                public double Peak => 0.1;
            }
            """, "'Rate' declares a member 'Peak', which LrGen writes; give it another name"),
        new("struct with a field At", Struct("Constant(0.1)", " { public readonly int At; }").Replace("struct Rate", "struct {|LRG009:Rate|}")),
        new("record with a parameter Length", "[Constant(0.1)]\npartial record struct {|LRG009:Rate|}(int Length);"),
        new("metrics on a method", Method("ReduceOnPlateau(0.1)").Replace("Rate(", "{|LRG009:Rate|}("),
            "'Rate' is a method, which cannot keep the state of [ReduceOnPlateau]; put the attribute on a partial struct"),
        new("metrics beside a schedule on a method", Method("NewBob, Constant(0.1)").Replace("Rate(", "{|LRG009:Rate|}(")),
        new("metrics on a readonly struct", Struct("ReduceOnPlateau(0.1)").Replace("struct Rate", "struct {|LRG009:Rate|}"),
            "'Rate' is readonly, but every report changes the state of [ReduceOnPlateau]; remove 'readonly'"),
        new("member of the state", Driven("ReduceOnPlateau(0.1)", " { public double Best => 1; }").Replace("struct Driven", "struct {|LRG009:Driven|}"),
            "'Driven' declares a member 'Best', which LrGen writes; give it another name"),
        new("member of a window", Driven("Greedy(0.1, Window = 3)", " { public double Recent3; }").Replace("struct Driven", "struct {|LRG009:Driven|}"),
            "'Driven' declares a member 'Recent3', which LrGen writes; give it another name"),
        new("struct with the name of its rate", "[NewBob(0.1)]\npartial struct {|LRG009:Rate|};",
            "'Rate' has the name of a member that LrGen writes into it; give the struct another name"),
        new("struct with the name of a fact", "[Constant(0.1)]\npartial struct {|LRG009:Peak|};"),
        new("rate of a metric schedule", "[NewBob]\npartial record struct {|LRG009:Bob|}(double Rate);",
            "'Bob' declares a member 'Rate', which LrGen writes; give it another name, 'InitialRate' for the one at the start"),
        new("matrices without their package", "// without its package\n[{|LRG009:Muon|}, Constant(0.02)]\npublic partial class Hidden;",
            "'Hidden' multiplies matrices with System.Numerics.Tensors; add the package System.Numerics.Tensors, 9.0 or later"),
        new("local function", """
            static partial class Rates
            {
                public static double First()
                {
                    return Rate(0);

                    [Constant(0.1)]
                    static double {|LRG009:Rate|}(long step) => 0.1;
                }
            }
            """, "'Rate' is a local function; LrGen completes partial methods, structs and classes"),
        new("lambda", """
            static partial class Rates
            {
                public static Func<long, double> Rate { get; } = {|LRG009:[Constant(0.1)] (long step) => 0.1|};
            }
            """, "'=>' is a lambda; LrGen completes partial methods, structs and classes"),
        new("accessor", """
            static partial class Rates
            {
                public static double Rate
                {
                    [Constant(0.1)]
                    {|LRG009:get|} => 0.1;
                }
            }
            """, "'get_Rate' is an accessor; LrGen completes partial methods, structs and classes"),
        new("accessor of an event", """
            partial class Rates
            {
                public event Action Changed
                {
                    [Constant(0.1)]
                    {|LRG009:add|} { }
                    remove { }
                }
            }
            """),
        new("operator", """
            partial class Rates
            {
                [Constant(0.1)]
                public static Rates operator {|LRG009:+|}(Rates a, Rates b) => a;
            }
            """, "'op_Addition' is an operator; LrGen completes partial methods, structs and classes"),
        new("conversion", """
            partial class Rates
            {
                [Constant(0.1)]
                public static explicit operator {|LRG009:double|}(Rates rates) => 0.1;
            }
            """),
        new("finalizer", """
            partial class Rates
            {
                [Constant(0.1)]
                ~{|LRG009:Rates|}() { }
            }
            """),
        new("explicit implementation", """
            interface IRates
            {
                double Rate(long step);
            }

            partial class Rates : IRates
            {
                [Constant(0.1)]
                double IRates.{|LRG009:Rate|}(long step) => 0.1;
            }
            """),
        new("a member that a quantity needs", Struct("Constant(0.1), Constant(0.9, Quantity = Quantity.Momentum)", " { double MomentumAt => 0.1; }").Replace("struct Rate", "struct {|LRG009:Rate|}"),
            "'Rate' declares a member 'MomentumAt', which LrGen writes; give it another name"),
        new("C# 8", """
            [Constant(0.1)]
            readonly partial struct {|LRG009:Rate|} { }
            """, "'Rate' needs C# 9 or later; this project uses C# 8.0 (set <LangVersion> in the project file)", LanguageVersion.CSharp8),
    ];

    public override IEnumerable<Sample> Right =>
    [
        new("partial method without a body", Method("Constant(0.1)")),
        new("struct", Struct("Constant(0.1)")),
        new("mutable struct", "[Constant(0.1)]\npartial struct Rate;"),
        new("struct with other members", Struct("Constant(0.1)", " { public double Highest => 0.1; }")),
        new("a member that no quantity needs", Struct("Constant(0.1)", " { double MomentumAt => 0.1; }")),
        new("C# 9", "[Constant(0.1)]\nreadonly partial struct Rate { }", Language: LanguageVersion.CSharp9),
        new("method in C# 9", Method("Constant(0.1)"), Language: LanguageVersion.CSharp9),
    ];
}
