namespace LrGen.Analyzers.Rules;

/// <summary>The ids of the rules. An id is never used for another rule.</summary>
internal static class RuleIds
{
    public const string NotPartial = "LRG001";
    public const string WrongReturnType = "LRG002";
    public const string WrongStepType = "LRG003";
    public const string FileLocalType = "LRG004";
    public const string ConflictingAttributes = "LRG005";
    public const string UnboundArgument = "LRG006";
    public const string PhaseWithoutLength = "LRG007";
    public const string UnknownParameterName = "LRG008";
    public const string UnsupportedTarget = "LRG009";
    public const string RateNotPositive = "LRG010";
    public const string FactorNotPositive = "LRG011";
    public const string IntegerArithmetic = "LRG012";
    public const string FloatStepCounter = "LRG013";
    public const string PowerNotPositive = "LRG014";
    public const string UnknownOption = "LRG015";
    public const string UnknownReference = "LRG016";
    public const string CircularReference = "LRG017";
    public const string UnreachablePhase = "LRG018";
    public const string QuantityOutOfRange = "LRG019";
    public const string RateAbovePublished = "LRG020";
    public const string RateHighForNetwork = "LRG021";
    public const string RateHighForFineTuning = "LRG022";
    public const string RateTooSmall = "LRG023";
    public const string RateBelowWeightResolution = "LRG024";
    public const string MomentumMultipliesRate = "LRG025";
    public const string FactorDoesNotDecay = "LRG030";
    public const string FloorAboveRate = "LRG031";
    public const string CountsDiffer = "LRG032";
    public const string MilestonesNotIncreasing = "LRG033";
    public const string LengthNotPositive = "LRG034";
    public const string PhaseVanishes = "LRG035";
    public const string CyclesUnderFloor = "LRG036";
    public const string NoRoomToReduce = "LRG037";
    public const string WarmupGoesDown = "LRG038";
    public const string PowerUnusual = "LRG039";
    public const string RateUnderflows = "LRG040";
    public const string RateNeverChanges = "LRG041";
    public const string MilestonePastEnd = "LRG042";
    public const string DecayNotWalked = "LRG043";
    public const string OneCycleTooShort = "LRG044";
    public const string CosineClimbsAgain = "LRG045";
    public const string EndsHot = "LRG046";
    public const string RateZeroAtEnd = "LRG047";
    public const string DecayOverEarly = "LRG048";
    public const string WarmupAsLongAsTraining = "LRG050";
    public const string WarmupTakesMost = "LRG051";
    public const string WarmupIsFraction = "LRG052";
    public const string JumpAfterWarmup = "LRG054";
    public const string FirstRateZero = "LRG055";
    public const string MilestoneInsideWarmup = "LRG056";
    public const string BatchSizeDiffers = "LRG060";
    public const string ScaledByBatchTwice = "LRG061";
    public const string LengthInMicroBatches = "LRG062";
    public const string LossNotDivided = "LRG063";
    public const string UnitsDiffer = "LRG070";
    public const string TwoSchedules = "LRG071";
    public const string RateSetAfterStep = "LRG072";
    public const string CounterRestarts = "LRG073";
    public const string PathWithoutStep = "LRG074";
    public const string ResultUnused = "LRG075";
    public const string OptimizerReplaced = "LRG076";
    public const string RateAsFactor = "LRG077";
    public const string OptimizerRateReplaced = "LRG078";
    public const string LoadRestoresRate = "LRG079";
    public const string PlateauWithoutMetric = "LRG080";
    public const string PlateauPerBatch = "LRG081";
    public const string MetricAgainstMode = "LRG082";
    public const string DiffersFromPyTorch = "LRG084";
    public const string UnusableSetting = "LRG090";
    public const string ConvertibleMethod = "LRG100";

    /// <summary>Where the pages of the rules are published.</summary>
    public static string HelpLink(string id) => "https://github.com/lrgen/lrgen/blob/main/analyzers/rules/" + id + ".md";
}
