namespace LrGen;

/// <summary>The hyperparameter that a schedule is for. It decides which values are in range.</summary>
public enum Quantity
{
    /// <summary>The learning rate: above 0; floors, ends and starts of ramps may be 0.</summary>
    LearningRate,

    /// <summary>The momentum of SGD and RMSprop: from 0 to below 1.</summary>
    Momentum,

    /// <summary>The first beta of Adam and its relatives: from 0 to below 1.</summary>
    Beta1,

    /// <summary>
    /// The second beta of Adam and its relatives, the alpha of RMSprop and the rho of Adadelta, which are the decay factors of means of squares
    /// likewise: from 0 to below 1.
    /// </summary>
    Beta2,

    /// <summary>The weight decay: 0 or above.</summary>
    WeightDecay,

    /// <summary>The batch size: 1 or above.</summary>
    BatchSize,

    /// <summary>Anything else, such as a temperature or a dropout rate: 0 or above.</summary>
    Other,

    /// <summary>What is added to a divisor to keep it from 0: 0 or above.</summary>
    Epsilon,

    /// <summary>The dampening of SGD's momentum: from 0 to below 1.</summary>
    Dampening,
}
