using System;
using System.ComponentModel;
using System.Numerics;

namespace LrGen.CompilerServices;

/// <summary>One update of one rule: the hyperparameters of a step. Implemented by generated structs.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IUpdateRule
{
    /// <summary>Gets what the rule keeps for each tensor.</summary>
    static abstract RuleLayout Layout { get; }

    /// <summary>Works out what holds for all parameters of a tensor.</summary>
    /// <param name="step">The tensor and its count.</param>
    /// <param name="scalars">The single numbers of its state.</param>
    /// <param name="constants">Takes the results.</param>
    void Prepare(in TensorStep step, Span<double> scalars, Span<double> constants);

    /// <summary>Updates parameters and state: all of a tensor, or a part where the rule is elementwise.</summary>
    /// <typeparam name="T">The type of the arithmetic.</typeparam>
    /// <param name="tensor">The parameters, gradients and state.</param>
    void Apply<T>(in TensorUpdate<T> tensor)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>;
}

/// <summary>The update of one tensor that is about to run. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct TensorStep
{
    internal TensorStep(ParameterTensor tensor)
    {
        Count = tensor.Updates + 1;
        RateScale = tensor.Group.RateScale;
        DecaysWeights = tensor.Group.DecaysWeights;
        Shape = tensor.Dimensions;
    }

    /// <summary>Gets the number of this update of the tensor, from 1.</summary>
    public long Count { get; }

    /// <summary>Gets what the rate is multiplied by.</summary>
    public double RateScale { get; }

    /// <summary>Gets a value indicating whether weight decay holds.</summary>
    public bool DecaysWeights { get; }

    /// <summary>Gets the rows of a matrix; 1 for a vector.</summary>
    public int Rows => Shape.Rows;

    /// <summary>Gets the columns of a matrix, or the length of a vector.</summary>
    public int Columns => Shape.Columns;

    private TensorShape Shape { get; }
}
