using Microsoft.CodeAnalysis;

namespace LrGen.Analyzers.Reading;

/// <summary>What a loop goes over.</summary>
internal enum LoopOver
{
    /// <summary>Nothing that a name tells.</summary>
    Rounds,

    /// <summary>Epochs, by the name of its variable or of its bound.</summary>
    Epochs,

    /// <summary>The groups of an optimizer, or schedulers in a list: parts of one round.</summary>
    Parts,
}

/// <summary>What is known of a loop.</summary>
/// <param name="Over">What it goes over.</param>
internal sealed record LoopFacts(LoopOver Over)
{
    /// <summary>The variable that goes up by one in each round; null where there is none.</summary>
    public ISymbol? Counter { get; init; }

    /// <summary>The counter's value in the first round; null where it is not known.</summary>
    public double? From { get; init; }

    /// <summary>How often it runs: a number, or a product of variables; null where that is not known.</summary>
    public Value? Count { get; init; }

    /// <summary>Whether it can end before that.</summary>
    public bool MayBreak { get; init; }
}
