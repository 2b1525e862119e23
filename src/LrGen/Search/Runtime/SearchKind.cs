namespace LrGen;

/// <summary>How a search chooses its trials.</summary>
public enum SearchKind
{
    /// <summary>A scrambled Sobol sequence: fills the space evenly, however many trials there are.</summary>
    QuasiRandom,

    /// <summary>Independent random values.</summary>
    Random,

    /// <summary>Every combination of a few values of each parameter, in order.</summary>
    Grid,
}
