using LrGen.Analyzers.Tests.Harness;

namespace LrGen.Analyzers.Tests.Samples;

public sealed class NotPartial : RuleSamples
{
    public override string Id => "LRG001";

    public override IEnumerable<Sample> Wrong =>
    [
        new("method with a body", """
            static class Rates
            {
                [Constant(0.1)]
                public static double {|LRG001:Rate|}(long step) => 0.1;
            }
            """, "The method 'Rate' has to be partial, so that LrGen can complete it"),
        new("method without a body", """
            static partial class Rates
            {
                [Constant(0.1)]
                public static double {|CS0501:{|LRG001:Rate|}|}(long step);
            }
            """),
        new("abstract method", """
            abstract partial class Rates
            {
                [Constant(0.1)]
                public abstract double {|LRG001:Rate|}(long step);
            }
            """),
        new("instance method of an interface", """
            partial interface IRates
            {
                [Constant(0.1)]
                double {|LRG001:Rate|}(long step);
            }
            """),
        new("class", """
            static class {|LRG001:Rates|}
            {
                [Constant(0.1)]
                public static partial double {|CS8795:{|CS0751:Rate|}|}(long step);
            }
            """, "The type 'Rates' has to be partial, so that LrGen can complete it"),
        new("class of two schedules", """
            static class {|LRG001:Rates|}
            {
                [Constant(0.1)]
                public static partial double {|CS8795:{|CS0751:Rate|}|}(long step);

                [Constant(0.01)]
                public static partial double {|CS8795:{|CS0751:Slow|}|}(long step);
            }
            """),
        new("outer class", """
            static class {|LRG001:Training|}
            {
                static partial class Rates
                {
                    [Constant(0.1)]
                    public static partial double {|CS8795:Rate|}(long step);
                }
            }
            """),
        new("outer class of two types with schedules", """
            static class {|LRG001:Training|}
            {
                static partial class Rates
                {
                    [Constant(0.1)]
                    public static partial double {|CS8795:Rate|}(long step);
                }

                [Constant(0.1)]
                partial struct Slow;
            }
            """),
        new("generic record", """
            record {|LRG001:Trial|}<T>(T Value)
            {
                [Constant(0.1)]
                public partial double {|CS8795:{|CS0751:Rate|}|}(long step);
            }
            """),
        new("interface", """
            interface {|LRG001:IRates|}
            {
                [Constant(0.1)]
                static partial double {|CS0751:{|CS8796:Rate|}|}(long step);
            }
            """),
        new("struct", """
            [Constant(0.1)]
            readonly struct {|LRG001:Rate|};
            """),
        new("record struct", """
            [Constant(0.1)]
            record struct {|LRG001:Rate|}(int Epochs);
            """),
        new("nested struct", """
            class {|LRG001:Training|}
            {
                [Constant(0.1)]
                partial struct Rate;
            }
            """),
        new("one of several parts", """
            static partial class Rates
            {
                [Constant(0.1)]
                public static partial double {|CS8795:Rate|}(long step);
            }

            static class {|CS0260:{|LRG001:Rates|}|};
            """),
        new("under an alias", """
            using Decay = LrGen.StepDecayAttribute;

            static class Rates
            {
                [Decay(0.1, 10, 0.5)]
                public static double {|LRG001:Rate|}(long step) => 0.1;
            }
            """),
        new("two attributes", """
            static class Rates
            {
                [Warmup(10)]
                [Constant(0.1)]
                public static double {|LRG001:Rate|}(long step) => 0.1;
            }
            """),
    ];

    public override IEnumerable<Sample> Right =>
    [
        new("partial method in a partial class", Method("Constant(0.1)")),
        new("partial down the whole chain", """
            static partial class Training
            {
                partial record Trial<T>(T Value)
                {
                    partial interface IRates
                    {
                        [Constant(0.1)]
                        public static partial double Rate(long step);
                    }
                }
            }
            """),
        new("all parts", """
            static partial class Rates
            {
                [Constant(0.1)]
                public static partial double Rate(long step);
            }

            static partial class Rates;
            """),
        new("partial record struct", "[Constant(0.1)]\npartial record struct Rate(int Epochs);"),
        new("an attribute of the same name from elsewhere", """
            namespace Other
            {
                class ConstantAttribute(double rate) : Attribute
                {
                    public double Rate => rate;
                }

                static class Rates
                {
                    [Other.Constant(0.1)]
                    public static double Rate(long step) => 0.1;
                }
            }
            """),
        new("no attribute", """
            static class Rates
            {
                public static double Rate(long step) => 0.1;
            }
            """),
    ];
}
