namespace LrGen;

/// <summary>The update rule that a learning rate is for. Each has its own range of usual rates, by which the analyzers judge.</summary>
public enum OptimizerKind
{
    /// <summary>Not said: rules that depend on the optimizer are silent.</summary>
    Unspecified,

    /// <summary>Gradient descent, with or without momentum.</summary>
    Sgd,

    /// <summary>Gradient descent with Nesterov's momentum.</summary>
    Nesterov,

    /// <summary>Adam.</summary>
    Adam,

    /// <summary>Adam with decoupled weight decay.</summary>
    AdamW,

    /// <summary>Adam with Nesterov's momentum.</summary>
    NAdam,

    /// <summary>Rectified Adam.</summary>
    RAdam,

    /// <summary>Adam with the infinity norm.</summary>
    Adamax,

    /// <summary>Lion: the sign of the momentum.</summary>
    Lion,

    /// <summary>LAMB: Adam with a rate for each layer.</summary>
    Lamb,

    /// <summary>LARS: gradient descent with a rate for each layer.</summary>
    Lars,

    /// <summary>RMSprop.</summary>
    RmsProp,

    /// <summary>Adagrad.</summary>
    Adagrad,

    /// <summary>Adadelta, whose usual rate is 1.</summary>
    Adadelta,

    /// <summary>Adafactor.</summary>
    Adafactor,

    /// <summary>Muon: orthogonal updates of matrices.</summary>
    Muon,

    /// <summary>L-BFGS, whose usual rate is 1.</summary>
    Lbfgs,

    /// <summary>One that finds its rate itself and scales it by this one, usually 1: Prodigy, D-Adaptation.</summary>
    LearningRateFree,

    /// <summary>Any other: rules that depend on the optimizer are silent.</summary>
    Other,

    /// <summary>A schedule-free one, which averages parameters instead of decaying its rate.</summary>
    ScheduleFree,
}
