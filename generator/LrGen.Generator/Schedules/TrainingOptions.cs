namespace LrGen.Generator.Schedules;

/// <summary>The runtime's <c>Unit</c> by value.</summary>
internal enum Unit
{
    Own,
    Steps,
    Epochs,
    Batches,
    Samples,
    Tokens,
}

/// <summary>The runtime's <c>OptimizerKind</c> by value.</summary>
internal enum OptimizerKind
{
    Unspecified,
    Sgd,
    Nesterov,
    Adam,
    AdamW,
    NAdam,
    RAdam,
    Adamax,
    Lion,
    Lamb,
    Lars,
    RmsProp,
    Adagrad,
    Adadelta,
    Adafactor,
    Muon,
    Lbfgs,
    LearningRateFree,
    Other,
    ScheduleFree,
}

/// <summary>The runtime's <c>Scope</c> by value.</summary>
internal enum Scope
{
    Network,
    Head,
    Embedding,
    Scalar,
    Linear,
    Probe,
    FineTune,
    Adapter,
}

/// <summary>The runtime's <c>WeightType</c> by value.</summary>
internal enum WeightType
{
    Unspecified,
    Float32,
    Float64,
    Float16,
    BFloat16,
}
