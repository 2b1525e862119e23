using LrGen.Analyzers.Tests.Harness;
using LrGen.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;

namespace LrGen.Analyzers.Tests.Fixes;

public class ConvertMethodFixTests
{
    [Fact]
    public Task Comments_attributes_and_modifiers_stay() => FixRun<ConvertMethodFix>.VerifyAsync(
        """
        // The rates of the paper.
        using System;

        namespace Training;

        class Model
        {
            readonly record struct Rates(int Seed)
            {
                /// <summary>Halves.</summary>
                [Obsolete("old")]
                internal static double {|LRG100:Old|}(int epoch)
                {
                    // Table 3.
                    return 0.01 * Math.Pow(0.5, epoch / 10);
                } // end

                static double {|LRG100:New|}(long step) => 0.1 * Math.Pow(0.5, step / 20);

                public double {|LRG100:Own|}(byte epoch)
                    => 0.1 / (1 + 0.5 * epoch);
            }
        }
        """,
        """
        // The rates of the paper.
        using System;
        using LrGen;

        namespace Training;

        partial class Model
        {
            readonly partial record struct Rates(int Seed)
            {
                /// <summary>Halves.</summary>
                // Table 3.
                [StepDecay(0.01, every: 10, factor: 0.5)]
                [Obsolete("old")]
                internal static partial double Old(int epoch); // end

                [StepDecay(0.1, every: 20, factor: 0.5)]
                private static partial double New(long step);

                [InverseTimeDecay(0.1, decayRate: 0.5)]
                public partial double Own(byte epoch);
            }
        }
        """);

    [Fact]
    public Task Using_goes_where_the_alphabet_has_it() => FixRun<ConvertMethodFix>.VerifyAsync(
        """
        using System;
        using Microsoft.Win32;
        using Static = System.Math;

        class Rates
        {
            static double {|LRG100:Rate|}(int epoch) => 0.01 * Static.Pow(0.5, epoch / 10);
        }
        """,
        """
        using System;
        using LrGen;
        using Microsoft.Win32;
        using Static = System.Math;

        partial class Rates
        {
            [StepDecay(0.01, every: 10, factor: 0.5)]
            private static partial double Rate(int epoch);
        }
        """);

    [Fact]
    public Task No_using_is_there() => FixRun<ConvertMethodFix>.VerifyAsync(
        """
        // Rates.
        static class Rates
        {
            public static double {|LRG100:Rate|}(int epoch) => 0.01 * System.Math.Pow(0.5, epoch / 10);
        }
        """,
        """
        // Rates.
        using LrGen;

        static partial class Rates
        {
            [StepDecay(0.01, every: 10, factor: 0.5)]
            public static partial double Rate(int epoch);
        }
        """);

    [Theory]
    [InlineData("public static double operator +(Rates r, int epoch) => 0.01 * System.Math.Pow(0.5, epoch / 10);")]
    [InlineData("static async System.Threading.Tasks.Task<double> Rate(int epoch) => 0.01 * System.Math.Pow(0.5, epoch / 10);")]
    [InlineData("static double Rate(int epoch)\n{\n#if DEBUG\n    return 1;\n#endif\n    return 0.01 * System.Math.Pow(0.5, epoch / 10);\n}")]
    public async Task No_fix_where_a_declaration_cannot_stand(string method) => Assert.Empty(await FixOffers.TitlesAsync(
        new ConvertMethodFix(), "interface IRate { double Rate(int epoch) => 0.01 * System.Math.Pow(0.5, epoch / 10); }\nclass Rates : IRate\n{\n" + method + "\n}"));

    [Fact]
    public async Task No_fix_before_csharp_9() => Assert.Empty(await FixOffers.TitlesAsync(
        new ConvertMethodFix(), "class Rates { static double Rate(int epoch) => 0.01 * System.Math.Pow(0.5, epoch / 10); }", LanguageVersion.CSharp8));

    [Fact]
    public async Task Title_and_key()
    {
        var offer = Assert.Single(await FixOffers.ForAsync(new ConvertMethodFix(), "class Rates { static double Rate(int epoch) => 0.01 * System.Math.Pow(0.5, epoch / 10); }"));
        Assert.Equal(("Declare the schedule", "ConvertMethodFix"), (offer.Title, offer.EquivalenceKey));
    }
}
