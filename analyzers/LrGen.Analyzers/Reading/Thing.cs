using System.Diagnostics.CodeAnalysis;
using LrGen.Analyzers.CallSites;
using Microsoft.CodeAnalysis;

namespace LrGen.Analyzers.Reading;

/// <summary>What a thing of a training is.</summary>
internal enum ThingKind
{
    Optimizer,
    Scheduler,
}

/// <summary>
/// One optimizer or scheduler of a training: what one call makes, on one way from an entry to it. One that comes from outside, in a parameter
/// or in a field that nobody in sight sets, has no call.
/// </summary>
internal sealed class Thing
{
    public Thing(ThingKind kind, string type, IOperation? call, Place? place, ISymbol? variable) =>
        (Kind, Type, Call, Place, Variable) = (kind, type, call, place, variable);

    public ThingKind Kind { get; }

    /// <summary>The name of the method or the class that makes it, <c>StepLR</c>; of one from outside that of its static type.</summary>
    public string Type { get; }

    /// <summary>The call, or the <c>new</c>; null for one from outside.</summary>
    public IOperation? Call { get; }

    /// <summary>Where it is made; null for one from outside.</summary>
    public Place? Place { get; }

    /// <summary>Whether the call that makes it is known.</summary>
    [MemberNotNullWhen(true, nameof(Call), nameof(Place))]
    public bool IsMade => Call is not null;

    /// <summary>The variable that first holds it; null where it is never kept in one.</summary>
    public ISymbol? Variable { get; set; }

    /// <summary>The one optimizer that a scheduler is for; null where it is not known, or can be one of several.</summary>
    public Thing? Optimizer { get; set; }

    /// <summary>The schedulers that a SequentialLR or a ChainedLR is made of.</summary>
    public IReadOnlyList<Thing> Parts { get; set; } = [];

    /// <summary>The scheduler that this one is a part of; null where it is on its own.</summary>
    public Thing? Whole { get; set; }

    /// <summary>Whether code that is not read can get at it: it is handed over, returned, or kept where others see it.</summary>
    public bool Escapes { get; set; }

    /// <summary>The values of the arguments that are written, by the names of their parameters.</summary>
    public Dictionary<string, Value> Arguments { get; } = [];

    /// <summary>The call as the rules about one method know it; null for one from outside.</summary>
    public Creation? Creation => Call is null ? null : new Creation(Call, Type, Variable, Optimizer?.Variable);

    /// <summary>The number of an argument, or of its default; null where it is not known at compile time.</summary>
    public double? Number(string argument) =>
        Arguments.TryGetValue(argument, out var value) ? value.Number : Call?.Argument(argument) is null ? Call?.NumberOf(argument) : null;

    /// <summary>The numbers of an argument that is an array; null where they are not known at compile time.</summary>
    public IReadOnlyList<double>? Numbers(string argument) => Arguments.TryGetValue(argument, out var value) ? value.Numbers : null;

    /// <summary>A word for messages: the name of its variable, or its type.</summary>
    public string Name => Variable?.Name ?? Type;
}

/// <summary>An object of a class in source, whose fields hold things.</summary>
/// <param name="Type">Its class.</param>
/// <param name="IsExact">Whether it is of that class and of none derived from it.</param>
internal sealed class Instance(INamedTypeSymbol type, bool isExact)
{
    public INamedTypeSymbol Type { get; } = type;

    public bool IsExact { get; } = isExact;
}

/// <summary>A lambda, a local function or a method that a delegate is.</summary>
/// <param name="Lambda">The lambda; null for a method.</param>
/// <param name="Method">The method.</param>
/// <param name="Receiver">What it is called on.</param>
internal sealed record Function(IOperation? Lambda, IMethodSymbol Method, Value? Receiver);

/// <summary>The groups of an optimizer.</summary>
/// <param name="Of">The optimizer.</param>
/// <param name="Which"><c>*</c> for all of them or each in turn, a number, or empty where it is not known.</param>
/// <param name="IsList">Whether it is the list, and not one of them.</param>
internal sealed record Groups(Thing Of, string Which, bool IsList);
