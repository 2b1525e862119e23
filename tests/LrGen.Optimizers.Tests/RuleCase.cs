using LrGen.Reference.Optimizers;

namespace LrGen.Optimizers.Tests;

/// <summary>A generated optimizer and the reference with the same hyperparameters.</summary>
/// <param name="Generated">Makes the generated one.</param>
/// <param name="Reference">Makes the reference, for tensors of these shapes.</param>
internal sealed record RuleCase(Func<IOptimizer> Generated, Func<int[][], ReferenceOptimizer> Reference)
{
    /// <summary>Every rule with its defaults, and with every option.</summary>
    public static IReadOnlyDictionary<string, RuleCase> All { get; } = new Dictionary<string, RuleCase>
    {
        ["Sgd"] = new(() => new Declared.SgdRule(), shapes => new Sgd<double>(shapes)),
        ["SgdMomentum"] = new(() => new Declared.SgdMomentumRule(), shapes => new Sgd<double>(shapes) { Momentum = 0.9 }),
        ["SgdDampened"] = new(
            () => new Declared.SgdDampenedRule(),
            shapes => new Sgd<double>(shapes) { Momentum = 0.9, Dampening = 0.5, WeightDecay = 0.1 }),
        ["SgdNesterov"] = new(
            () => new Declared.SgdNesterovRule(),
            shapes => new Sgd<double>(shapes) { Momentum = 0.9, Nesterov = true, WeightDecay = 0.1 }),
        ["Adam"] = new(() => new Declared.AdamRule(), shapes => new Adam<double>(shapes)),
        ["AdamOther"] = new(() => new Declared.AdamOtherRule(), shapes => new Adam<double>(shapes) { Beta1 = 0.8, Beta2 = 0.9, Epsilon = 1e-2 }),
        ["AdamLargest"] = new(
            () => new Declared.AdamLargestRule(),
            shapes => new Adam<double>(shapes) { Beta2 = 0.9, Amsgrad = true, WeightDecay = 0.1 }),
        ["AdamW"] = new(() => new Declared.AdamWRule(), shapes => new AdamW<double>(shapes)),
        ["AdamWLargest"] = new(
            () => new Declared.AdamWLargestRule(),
            shapes => new AdamW<double>(shapes) { Beta2 = 0.9, Amsgrad = true, WeightDecay = 0.5 }),
        ["NAdam"] = new(() => new Declared.NAdamRule(), shapes => new NAdam<double>(shapes)),
        ["NAdamOther"] = new(
            () => new Declared.NAdamOtherRule(),
            shapes => new NAdam<double>(shapes) { Beta1 = 0.8, Beta2 = 0.9, MomentumDecay = 0.1, Epsilon = 1e-2, WeightDecay = 0.1 }),
        ["NAdamDecoupled"] = new(
            () => new Declared.NAdamDecoupledRule(),
            shapes => new NAdam<double>(shapes) { WeightDecay = 0.5, Decoupled = true }),
        ["RAdam"] = new(() => new Declared.RAdamRule(), shapes => new RAdam<double>(shapes)),
        ["RAdamOther"] = new(
            () => new Declared.RAdamOtherRule(),
            shapes => new RAdam<double>(shapes) { Beta1 = 0.8, Beta2 = 0.9, Epsilon = 1e-2, WeightDecay = 0.1 }),
        ["RAdamDecoupled"] = new(
            () => new Declared.RAdamDecoupledRule(),
            shapes => new RAdam<double>(shapes) { WeightDecay = 0.5, Decoupled = true }),
        ["RAdamNeverRectified"] = new(() => new Declared.RAdamNeverRectifiedRule(), shapes => new RAdam<double>(shapes) { Beta2 = 0.6 }),
        ["Adamax"] = new(() => new Declared.AdamaxRule(), shapes => new Adamax<double>(shapes)),
        ["AdamaxOther"] = new(
            () => new Declared.AdamaxOtherRule(),
            shapes => new Adamax<double>(shapes) { Beta1 = 0.8, Beta2 = 0.9, Epsilon = 1e-2, WeightDecay = 0.1 }),
        ["Adagrad"] = new(() => new Declared.AdagradRule(), shapes => new Adagrad<double>(shapes)),
        ["AdagradOther"] = new(
            () => new Declared.AdagradOtherRule(),
            shapes => new Adagrad<double>(shapes) { RateDecay = 0.01, InitialAccumulator = 0.5, Epsilon = 1e-2, WeightDecay = 0.1 }),
        ["Adadelta"] = new(() => new Declared.AdadeltaRule(), shapes => new Adadelta<double>(shapes)),
        ["AdadeltaOther"] = new(
            () => new Declared.AdadeltaOtherRule(),
            shapes => new Adadelta<double>(shapes) { Rho = 0.95, Epsilon = 1e-4, WeightDecay = 0.1 }),
        ["RmsProp"] = new(() => new Declared.RmsPropRule(), shapes => new RmsProp<double>(shapes)),
        ["RmsPropOther"] = new(
            () => new Declared.RmsPropOtherRule(),
            shapes => new RmsProp<double>(shapes) { Alpha = 0.9, Epsilon = 1e-2, WeightDecay = 0.1 }),
        ["RmsPropMomentum"] = new(() => new Declared.RmsPropMomentumRule(), shapes => new RmsProp<double>(shapes) { Momentum = 0.9 }),
        ["RmsPropCentered"] = new(() => new Declared.RmsPropCenteredRule(), shapes => new RmsProp<double>(shapes) { Centered = true }),
        ["RmsPropCenteredMomentum"] = new(
            () => new Declared.RmsPropCenteredMomentumRule(),
            shapes => new RmsProp<double>(shapes) { Centered = true, Momentum = 0.9, WeightDecay = 0.1 }),
        ["Lion"] = new(() => new Declared.LionRule(), shapes => new Lion<double>(shapes)),
        ["LionOther"] = new(() => new Declared.LionOtherRule(), shapes => new Lion<double>(shapes) { Beta1 = 0.8, Beta2 = 0.9, WeightDecay = 0.5 }),
    };
}
