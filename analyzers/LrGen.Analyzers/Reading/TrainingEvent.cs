using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LrGen.Analyzers.Reading;

/// <summary>What happens in a training.</summary>
internal enum EventKind
{
    /// <summary>A thing is made.</summary>
    Made,

    /// <summary><c>optimizer.step()</c>, <c>scheduler.step()</c>.</summary>
    Step,

    /// <summary><c>optimizer.zero_grad()</c>, or the same on the network, which has no thing.</summary>
    ZeroGrad,

    /// <summary><c>loss.backward()</c>, which has no thing.</summary>
    Backward,

    /// <summary>The norm or the value of gradients is clipped.</summary>
    Clip,

    /// <summary>The rate of a group is set.</summary>
    RateWrite,

    /// <summary>The rate of a group is read, or a scheduler's last one.</summary>
    RateRead,

    /// <summary>The initial rate of a group is set, from which TorchSharp's schedulers go on.</summary>
    InitialRateWrite,

    /// <summary>A state is saved.</summary>
    Save,

    /// <summary>A state is loaded.</summary>
    Load,

    /// <summary>A variable that is a number gets a value: a counter, a rate that is kept by hand.</summary>
    Assign,

    /// <summary>Code that is not read gets the thing.</summary>
    Escape,
}

/// <summary>One event of a training, in the order in which they happen.</summary>
/// <param name="Kind">What happens.</param>
/// <param name="Operation">The call, the assignment.</param>
/// <param name="Place">Where, on the way from an entry.</param>
/// <param name="Thing">The optimizer or scheduler; null where there is none, or it is not known.</param>
internal sealed record TrainingEvent(EventKind Kind, IOperation Operation, Place Place, Thing? Thing)
{
    /// <summary>Its number among all events; meaningful among those of one entry.</summary>
    public int Order { get; init; }

    /// <summary>Whether it is this thing and can be no other.</summary>
    public bool IsCertain { get; init; } = true;

    /// <summary>Whether it can be a thing that is not known.</summary>
    public bool MayBeOther { get; init; }

    /// <summary>The group of a rate that is set or read: <c>*</c> for each in turn, a number, or empty where it is not known.</summary>
    public string Group { get; init; } = string.Empty;

    /// <summary>The variable of an assignment.</summary>
    public ISymbol? Variable { get; init; }

    /// <summary>What is assigned; null for an increment.</summary>
    public IOperation? Assigned { get; init; }

    /// <summary>The call, where it is one.</summary>
    public IInvocationOperation? Call => Operation as IInvocationOperation;

    /// <summary>Whether the operation stands in a lambda that unknown code gets, and its thing is made outside of that.</summary>
    public bool IsHanded => Thing?.Place is { } made
        ? Place.Chain().TakeWhile(p => !made.IsIn(p)).Any(p => p.Kind == PlaceKind.Handed)
        : Place.IsHanded;
}
