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
    public const string PowerNotPositive = "LRG014";
    public const string UnknownOption = "LRG015";
    public const string UnknownReference = "LRG016";
    public const string CircularReference = "LRG017";
    public const string UnreachablePhase = "LRG018";
    public const string QuantityOutOfRange = "LRG019";
    public const string FactorDoesNotDecay = "LRG030";
    public const string FloorAboveRate = "LRG031";
    public const string CountsDiffer = "LRG032";
    public const string MilestonesNotIncreasing = "LRG033";
    public const string LengthNotPositive = "LRG034";

    /// <summary>Where the pages of the rules are published.</summary>
    public static string HelpLink(string id) => "https://github.com/lrgen/lrgen/blob/main/analyzers/rules/" + id + ".md";
}
