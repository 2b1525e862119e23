using System;
using System.ComponentModel;

namespace LrGen.CompilerServices;

/// <summary>What an update rule keeps for each tensor. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class RuleLayout
{
    /// <summary>Initializes a layout.</summary>
    /// <param name="name">The rule, as saved states call it.</param>
    /// <param name="constants">How many numbers an update works out for a tensor.</param>
    /// <param name="scalars">The names of the single numbers of the state.</param>
    /// <param name="states">The arrays of the state.</param>
    public RuleLayout(string name, int constants, string[] scalars, RuleState[] states)
    {
        Name = name;
        Constants = constants;
        Scalars = scalars;
        States = states;
    }

    /// <summary>Gets a value indicating whether each parameter is updated without looking at the others, so that threads can share a tensor.</summary>
    public bool IsElementwise { get; init; } = true;

    /// <summary>Gets a value indicating whether only matrices can be updated.</summary>
    public bool NeedsMatrices { get; init; }

    /// <summary>
    /// Gets a value indicating whether the parameters are β·x + (1 − β)·z of an average x to evaluate with: the first array of the state is z, its
    /// first number β.
    /// </summary>
    public bool IsScheduleFree { get; init; }

    internal string Name { get; }

    internal int Constants { get; }

    internal string[] Scalars { get; }

    internal RuleState[] States { get; }

    internal string? Refuses(TensorShape shape) => NeedsMatrices && (shape.IsVector || shape.Matrices != 1)
        ? "updates matrices only (give vectors and convolutions to an optimizer of their own)"
        : null;
}

/// <summary>One array of the state. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct RuleState
{
    /// <summary>Initializes an array.</summary>
    /// <param name="name">What saved states call it.</param>
    /// <param name="extent">How long it is.</param>
    public RuleState(string name, StateExtent extent = StateExtent.Element)
    {
        Name = name;
        Extent = extent;
    }

    internal string Name { get; }

    internal StateExtent Extent { get; }

    /// <summary>Whether it is part of saved states.</summary>
    internal bool IsSaved => Extent is not (StateExtent.Scratch or StateExtent.ScratchSquare);

    internal long LengthFor(TensorShape shape)
    {
        long elements = (long)shape.Matrices * shape.Rows * shape.Columns;
        long shorter = Math.Min(shape.Rows, shape.Columns);
        return Extent switch
        {
            StateExtent.Row => shape.IsVector ? 0 : (long)shape.Matrices * shape.Rows,
            StateExtent.Column => shape.IsVector ? 0 : (long)shape.Matrices * shape.Columns,
            StateExtent.VectorElement => shape.IsVector ? elements : 0,
            StateExtent.ScratchSquare => shorter * shorter,
            _ => elements,
        };
    }
}

/// <summary>How long an array of the state is. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum StateExtent
{
    /// <summary>One number for each parameter.</summary>
    Element,

    /// <summary>One number for each row of a matrix; none for vectors.</summary>
    Row,

    /// <summary>One number for each column of a matrix; none for vectors.</summary>
    Column,

    /// <summary>One number for each parameter of a vector; none for matrices.</summary>
    VectorElement,

    /// <summary>One number for each parameter, of no meaning after the update.</summary>
    Scratch,

    /// <summary>A square of the shorter side of a matrix, of no meaning after the update.</summary>
    ScratchSquare,
}
