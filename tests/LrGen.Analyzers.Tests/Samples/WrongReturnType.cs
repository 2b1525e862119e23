using LrGen.Analyzers.Tests.Harness;

namespace LrGen.Analyzers.Tests.Samples;

public sealed class WrongReturnType : RuleSamples
{
    public override string Id => "LRG002";

    public override IEnumerable<Sample> Wrong =>
    [
        new("int", Method("Constant(0.1)", returns: "int").Replace(" Rate(", " {|LRG002:Rate|}("),
            "'Rate' returns int; a schedule method returns double, float or Half"),
        Returning("void"),
        Returning("decimal"),
        Returning("long"),
        Returning("string?"),
        Returning("double?"),
        Returning("double[]"),
        Returning("(double, double)"),
        Returning("object"),
        Returning("ref double"),
        Returning("ref readonly double"),
        Returning("System.Threading.Tasks.Task<double>"),
        Returning("System.Collections.Generic.IEnumerable<double>"),
        new("the method's type parameter", """
            static partial class Rates
            {
                [Constant(0.1)]
                public static partial T {|LRG002:Rate|}<T>(long step) where T : struct, System.Numerics.INumber<T>;
            }
            """, "'Rate' returns T; a schedule method returns double, float or Half"),
        new("a Half of the user's own", """
            static partial class Rates
            {
                struct Half;

                [Constant(0.1)]
                private static partial Half {|LRG002:Rate|}(long step);
            }
            """),
    ];

    public override IEnumerable<Sample> Right =>
    [
        new("double", Method("Constant(0.1)")),
        new("float", Method("Constant(0.1)", returns: "float")),
        new("Half", Method("Constant(0.1)", returns: "Half")),
        new("Double", Method("Constant(0.1)", returns: "System.Double")),
        new("an alias", "using Rate = double;\n\n" + Method("Constant(0.1)", returns: "Rate")),
    ];

    private static Sample Returning(string type) =>
        new(type, "#nullable enable\n" + Method("Constant(0.1)", returns: type).Replace(" Rate(", " {|LRG002:Rate|}("));
}
