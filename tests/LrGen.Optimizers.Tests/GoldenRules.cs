namespace LrGen.Optimizers.Tests;

/// <summary>Generated optimizers with the hyperparameters of the golden series, by their ids.</summary>
internal static partial class GoldenRules
{
    public static IReadOnlyDictionary<string, (string Params, Func<IOptimizer> New)> All { get; } = new Dictionary<string, (string, Func<IOptimizer>)>
    {
        ["G125"] = ("lr .1", () => new G125()),
        ["G126"] = ("lr .1,momentum .9,dampening .5,weight_decay .01", () => new G126()),
        ["G127"] = ("lr .1,momentum .9,nesterov", () => new G127()),
        ["G128"] = ("lr .1", () => new G128()),
        ["G131"] = ("lr .1,betas (.9,.9)", () => new G131()),
        ["G133"] = ("lr .1", () => new G133()),
        ["G134"] = ("lr .1,lr_decay .1", () => new G134()),
        ["G135"] = ("lr 1", () => new G135()),
        ["G136"] = ("lr .01", () => new G136()),
        ["G137"] = ("lr .01,centered,momentum .9", () => new G137()),
        ["G142"] = ("lr .1", () => new G142()),
    };

    [Sgd, Constant(0.1)]
    private sealed partial class G125;

    [Sgd(Momentum = 0.9, Dampening = 0.5, WeightDecay = 0.01), Constant(0.1)]
    private sealed partial class G126;

    [Sgd(Momentum = 0.9, Nesterov = true), Constant(0.1)]
    private sealed partial class G127;

    [Adam, Constant(0.1)]
    private sealed partial class G128;

    [RAdam(Beta2 = 0.9), Constant(0.1)]
    private sealed partial class G131;

    [Adamax, Constant(0.1)]
    private sealed partial class G133;

    [Adagrad(RateDecay = 0.1), Constant(0.1)]
    private sealed partial class G134;

    [Adadelta, Constant(1)]
    private sealed partial class G135;

    [RmsProp, Constant(0.01)]
    private sealed partial class G136;

    [RmsProp(Centered = true, Momentum = 0.9), Constant(0.01)]
    private sealed partial class G137;

    [NAdam, Constant(0.1)]
    private sealed partial class G142;
}
