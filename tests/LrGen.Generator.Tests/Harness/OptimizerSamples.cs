using Microsoft.CodeAnalysis.CSharp;

namespace LrGen.Generator.Tests.Harness;

/// <summary>Optimizers for snapshots; each is also compiled under every combination of options.</summary>
internal static class OptimizerSamples
{
    /// <summary>Every rule with its defaults and its options, and what all rules have.</summary>
    public static IReadOnlyList<OptimizerSample> All { get; } =
    [
        new("Sgd", """
            [Sgd, Constant(0.1)]
            public sealed partial class Plain { }

            [Sgd(Momentum = 0.9, Dampening = 0.5, WeightDecay = 5e-4), MilestoneDecay(0.1, factor: 0.1, 30_000, 60_000)]
            public sealed partial class Dampened { }

            [Sgd(Momentum = 0.9, Nesterov = true), Constant(0.1)]
            public sealed partial class Nesterov { }
            """),
        new("Adam", """
            /// <summary>Trains the digits.</summary>
            /// <remarks>With Adam.</remarks>
            [Adam, Warmup(500), CosineDecay(1e-3, steps: 10_000)]
            public sealed partial class Digits { }

            [Adam(Beta1 = 0, Beta2 = 0.99, Epsilon = 1e-7, WeightDecay = 0.01, AmsGrad = true), Constant(1e-3)]
            public sealed partial class Largest { }
            """),
        new("AdamW", """
            [AdamW, Constant(1e-3)]
            public sealed partial class Decayed { }

            [AdamW(WeightDecay = 0), Constant(1e-3)]
            public sealed partial class Kept { }
            """),
        new("NAdam", """
            [NAdam, Constant(2e-3)]
            public sealed partial class Ahead { }

            [NAdam(MomentumDecay = 0, WeightDecay = 0.1, DecoupledWeightDecay = true), Constant(2e-3)]
            public sealed partial class Decoupled { }
            """),
        new("RAdam", """
            [RAdam, Constant(1e-3)]
            public sealed partial class Rectified { }

            [RAdam(WeightDecay = 0.1, DecoupledWeightDecay = true), Constant(1e-3)]
            public sealed partial class Decoupled { }
            """),
        new("Adamax", """
            [Adamax(WeightDecay = 0.1), Constant(2e-3)]
            public sealed partial class Infinity { }
            """),
        new("Adagrad", """
            [Adagrad, Constant(0.01)]
            public sealed partial class Sum { }

            [Adagrad(RateDecay = 0.1, InitialAccumulator = 0.1), Constant(0.01)]
            public sealed partial class Started { }
            """),
        new("Adadelta", """
            [Adadelta, Constant(1)]
            public sealed partial class Delta { }
            """),
        new("RmsProp", """
            [RmsProp, Constant(0.01)]
            public sealed partial class Scaled { }

            [RmsProp(Alpha = 0.9, Momentum = 0.9, Centered = true), Constant(0.01)]
            public sealed partial class Centered { }
            """),
        new("Lion", """
            [Lion(WeightDecay = 0.1), Constant(1e-4)]
            public sealed partial class Sign { }
            """),
        new("Lamb", """
            [Lamb, Constant(1e-3)]
            public sealed partial class Layers { }

            [Lamb(WeightDecay = 0, AlwaysAdapt = true, TrustClip = true, GradientAveraging = false, ClipNorm = 0), Constant(1e-3)]
            public sealed partial class Adapted { }
            """),
        new("Lars", """
            [Lars, Constant(1)]
            public sealed partial class Plain { }

            [Lars(Momentum = 0.9, WeightDecay = 1e-4, Nesterov = true, TrustClip = true), Constant(1)]
            public sealed partial class Nesterov { }
            """),
        new("Adafactor", """
            [Adafactor, Constant(0.01)]
            public sealed partial class Factored { }

            [Adafactor(WeightDecay = 0.01, Epsilon1 = 1e-30, ClippingThreshold = 2), Constant(0.01)]
            public sealed partial class Decayed { }
            """),
        new("Muon", """
            [Muon, Constant(0.02)]
            public sealed partial class Orthogonal { }

            [Muon(WeightDecay = 0, Nesterov = false, Adjustment = MuonAdjustment.MatchRmsAdamW), Constant(1e-3)]
            public sealed partial class Matched { }
            """),
        new("ScheduleFree", """
            [ScheduleFreeAdamW(WarmupSteps = 500, WeightDecay = 0.01), Constant(2.5e-3)]
            public sealed partial class FreeAdamW { }

            [ScheduleFreeSgd, Constant(0.1)]
            public sealed partial class FreeSgd { }
            """),
        new("GradientHandling", """
            [Sgd(ClipNorm = 1, ClipValue = 0.5, AccumulationSteps = 4, CheckGradients = true), Constant(0.1)]
            public sealed partial class All { }

            [Sgd(ClipValue = 0.5), Constant(0.1)]
            public sealed partial class Value { }
            """),
        new("ScheduledHyperparameters", """
            [Adam, OneCycle(0.01, steps: 1_000)]
            [Mirror(low: 0.85, high: 0.95, Quantity = Quantity.Beta1)]
            [LinearDecay(0.9, to: 0.999, steps: 1_000, Quantity = Quantity.Beta2)]
            [CosineDecay(0.1, steps: 1_000, Quantity = Quantity.WeightDecay)]
            [Constant(1e-6, Quantity = Quantity.Epsilon)]
            [LinearDecay(32, to: 64, steps: 1_000, Quantity = Quantity.BatchSize)]
            public sealed partial class Everything { }

            [Sgd, OneCycle(0.1, steps: 1_000)]
            [Mirror(low: 0.85, high: 0.95, Quantity = Quantity.Momentum)]
            [Constant(0.1, Quantity = Quantity.Dampening)]
            public sealed partial class Cycle { }
            """),
        new("RunTimeHyperparameters", """
            [RmsProp, CosineDecay]
            public sealed partial class Primary(double rate, double steps, float momentum, double alpha, int weightDecay, double rmsPropEpsilon, double clipNorm);
            """, IsCSharp11: false),
        new("RunTimeMembers", """
            [Adagrad, Constant]
            public sealed partial class Members
            {
                private readonly double _rate;

                public Members(double rate) => _rate = rate;

                public double InitialAccumulator { get; set; } = 0.1;

                public double RateDecay { get; set; }

                public double ClipValue { get; set; } = 1;
            }
            """),
        new("OptimizerTargets", """
            namespace @event
            {
                public static partial class Outer<T> where T : class
                {
                    internal partial struct Inner
                    {
                        [Sgd(Momentum = 0.9), Constant(0.1)]
                        private sealed partial class @class<TFirst, TSecond> where TFirst : struct { }
                    }
                }
            }

            public abstract class Base { protected int core; protected void Rule() { core++; } }

            [Lion, Constant(1e-4)]
            public partial class Derived : Base, System.IDisposable
            {
                private readonly int _core = 1, length = 2;

                public int Count => _core + length;

                public void Dispose() { }
            }
            """),
    ];

    public static OptimizerSample Named(string name) => All.Single(s => s.Name == name);
}

/// <summary>A consumer's source of optimizers, which need C# 11.</summary>
internal sealed record OptimizerSample(string Name, string Source, bool IsCSharp11 = true)
{
    public LanguageVersion Oldest => IsCSharp11 ? LanguageVersion.CSharp11 : LanguageVersion.CSharp12;

    /// <summary>A project of its own; Muon's needs the package of its products, which is no matter to the others.</summary>
    public Generated Generate(ConsumerOptions? options = null) =>
        Generated.From(Source, (options ?? ConsumerOptions.Default) with { HasTensorPrimitives = true });

    public override string ToString() => Name;
}
