using System.Globalization;
using LrGen.Analyzers.Review;
using LrGen.Generator.Declarations;
using LrGen.Generator.Numerics;
using Microsoft.CodeAnalysis;

namespace LrGen.Analyzers.Rules;

/// <summary>What a rule has found.</summary>
/// <param name="Attribute">The attribute it stands at.</param>
/// <param name="Argument">The argument of the attribute; empty for the attribute itself.</param>
/// <param name="Details">What the message quotes.</param>
internal sealed record Finding(AttributeModel Attribute, string Argument, params string[] Details)
{
    /// <summary>What a fix would write for the argument; null where there is no such fix.</summary>
    public string? Replacement { get; init; }

    /// <summary>Another change that a fix would make; null where there is none.</summary>
    public SuggestedEdit? Edit { get; init; }

    /// <summary>A change that would end it as well; null where there is no choice.</summary>
    public SuggestedEdit? Other { get; init; }

    /// <summary>The parameter of the method that it stands at, instead; empty where there is none.</summary>
    public string Parameter { get; init; } = string.Empty;
}

/// <summary>A rule about what a schedule does to its training. One class is one rule: its text and its condition.</summary>
internal abstract class CurveRule
{
    /// <summary>The category of the rules that weigh a schedule against its training.</summary>
    private protected const string Category = "LrGen.Training";

    /// <summary>All of them, in the order of their ids.</summary>
    public static IReadOnlyList<CurveRule> All { get; } =
    [
        new FloatStepCounter(), new RateAbovePublished(), new RateHighForNetwork(), new RateHighForFineTuning(), new RateTooSmall(), new RateBelowWeightResolution(),
        new MomentumMultipliesRate(), new WeightDecayThroughRoot(), new ScheduleFreeWithSchedule(), new BetasUnusual(), new WeightDecayStrong(),
        new CyclesUnderFloor(), new NoRoomToReduce(), new WarmupGoesDown(), new PowerUnusual(),
        new RateUnderflows(), new RateNeverChanges(), new MilestonePastEnd(), new DecayNotWalked(), new OneCycleTooShort(), new EndsHot(),
        new RateZeroAtEnd(), new DecayOverEarly(), new DecayGoesUp(), new WarmupAsLongAsTraining(), new WarmupTakesMost(), new WarmupIsFraction(),
        new WarmupChangesNothing(), new WarmupTooShort(), new PatienceTooLong(), new CycleTooShort(), new PhaseBelowStep(),
        new JumpAfterWarmup(), new FirstRateZero(), new MilestoneInsideWarmup(), new BatchSizeDiffers(), new LengthInMicroBatches(),
    ];

    public abstract DiagnosticDescriptor Descriptor { get; }

    /// <summary>What is wrong; at most one finding, the first of its kind.</summary>
    public abstract Finding? Check(ScheduleReview review);

    /// <summary>A share as per cent: <c>35 %</c>.</summary>
    private protected static string Percent(double share) => (share * 100).ToString(share < 0.1 ? "0.##" : "0.#", CultureInfo.InvariantCulture) + " %";

    private protected static string Percent(Rational share) => Percent(share.ToDouble());

    private protected static string Text(double number) => NumberText.Friendly(number);

    private protected static string Text(Rational number) => NumberText.Friendly(number);

    /// <summary>A number as a fix writes it.</summary>
    private protected static string Code(double number)
    {
        // 0.1 / 10 is 0.01 to a person.
        double plain = double.Parse(number.ToString("G15", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return NumberText.Shortest(plain);
    }

    private protected static string Code(Rational number) => Code(number.ToDouble());
}
