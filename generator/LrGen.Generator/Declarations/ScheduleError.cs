namespace LrGen.Generator.Declarations;

/// <summary>What is wrong with a declaration. The analyzers give each kind an id, a text and a severity.</summary>
internal enum ScheduleProblem
{
    NotPartial,
    WrongReturnType,
    WrongStepType,
    FileLocalType,
    ConflictingAttributes,
    UnboundArgument,
    PhaseWithoutLength,
    UnknownParameterName,
    UnsupportedTarget,
    RateNotPositive,
    FactorNotPositive,
    PowerNotPositive,
    UnknownOption,
    FactorDoesNotDecay,
    FloorAboveRate,
    LengthNotPositive,
    CountsDiffer,
    MilestonesNotIncreasing,
    UnknownReference,
    CircularReference,
    UnreachablePhase,
    QuantityOutOfRange,
    PhaseVanishes,
    GrowsToInfinity,
    TooLarge,
    InternalFailure,
}

/// <summary>Where in a declaration an error belongs.</summary>
internal enum ErrorPlace
{
    /// <summary>The name of the method or struct.</summary>
    Target,

    /// <summary>The whole attribute.</summary>
    Attribute,

    /// <summary>An argument of an attribute.</summary>
    Argument,

    /// <summary>A parameter of the method.</summary>
    Parameter,
}

/// <summary>
/// One mistake. It holds no location, which would change with every edit above it: the analyzers find the syntax again by
/// attribute index and name.
/// </summary>
/// <param name="Problem">What is wrong.</param>
/// <param name="Place">Where.</param>
/// <param name="AttributeIndex">The index of the attribute among LrGen's on the target; −1 where there is none.</param>
/// <param name="Name">The name of the argument or parameter; empty where there is none.</param>
/// <param name="Details">What the message quotes.</param>
internal sealed record ScheduleError(ScheduleProblem Problem, ErrorPlace Place, int AttributeIndex, string Name, EquatableArray<string> Details)
{
    /// <summary>Whether code can be generated all the same.</summary>
    public bool IsWarning => Problem is ScheduleProblem.FactorDoesNotDecay or ScheduleProblem.UnreachablePhase or ScheduleProblem.GrowsToInfinity;

    public static ScheduleError AtTarget(ScheduleProblem problem, params string[] details) =>
        new(problem, ErrorPlace.Target, -1, string.Empty, details.ToEquatableArray());

    public static ScheduleError AtAttribute(ScheduleProblem problem, int attribute, params string[] details) =>
        new(problem, ErrorPlace.Attribute, attribute, string.Empty, details.ToEquatableArray());

    public static ScheduleError AtArgument(ScheduleProblem problem, int attribute, string name, params string[] details) =>
        new(problem, ErrorPlace.Argument, attribute, name, details.ToEquatableArray());

    public static ScheduleError AtParameter(ScheduleProblem problem, string name, params string[] details) =>
        new(problem, ErrorPlace.Parameter, -1, name, details.ToEquatableArray());
}
