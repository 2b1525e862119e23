using LrGen.Reference.Optimizers;

namespace LrGen.Optimizers.Tests;

/// <summary>Hyperparameters that move while the optimizer runs, beside a reference that is told what they are at each step.</summary>
public sealed partial class ScheduledHyperparameterTests
{
    private const double Double = 1e-12;

    [Fact]
    public void Momentum_falls_while_a_cycle_rises()
    {
        var optimizer = new CycledSgd();
        Assert.Equal(0.95, optimizer.MomentumAt(0));
        Assert.InRange(optimizer.MomentumAt(300), 0.85, 0.8501);
        RuleRuns.Compare<double>(optimizer, new Sgd<double>(RuleRuns.Shapes), Double, ("Momentum", optimizer.MomentumAt));
        var scaled = new CycledRmsProp();
        RuleRuns.Compare<double>(scaled, new RmsProp<double>(RuleRuns.Shapes), Double, ("Momentum", scaled.MomentumAt));
    }

    [Fact]
    public void Weight_decay_follows_a_cosine()
    {
        var decoupled = new DecayedAdamW();
        Assert.Equal((0.1, 0.05, 0), (decoupled.WeightDecayAt(0), decoupled.WeightDecayAt(500), decoupled.WeightDecayAt(1_000)));
        RuleRuns.Compare<double>(decoupled, new AdamW<double>(RuleRuns.Shapes), Double, ("WeightDecay", decoupled.WeightDecayAt));
        var coupled = new DecayedSgd();
        RuleRuns.Compare<double>(coupled, new Sgd<double>(RuleRuns.Shapes) { Momentum = 0.9 }, Double, ("WeightDecay", coupled.WeightDecayAt));
        var sign = new DecayedLion();
        RuleRuns.Compare<double>(sign, new Lion<double>(RuleRuns.Shapes), Double, ("WeightDecay", sign.WeightDecayAt));
    }

    /// <summary>As in PyTorch, a correction is by the β of the step, to the power of all steps.</summary>
    [Fact]
    public void Betas_and_epsilon_move()
    {
        var adam = new MovedAdam();
        Assert.NotEqual(adam.Beta1At(0), adam.Beta1At(900));
        RuleRuns.Compare<double>(
            adam, new Adam<double>(RuleRuns.Shapes), Double, ("Beta1", adam.Beta1At), ("Beta2", adam.Beta2At), ("Epsilon", adam.EpsilonAt));
        var nadam = new MovedNAdam();
        RuleRuns.Compare<double>(nadam, new NAdam<double>(RuleRuns.Shapes), Double, ("Beta1", nadam.Beta1At), ("Beta2", nadam.Beta2At));
        var radam = new MovedRAdam();
        RuleRuns.Compare<double>(radam, new RAdam<double>(RuleRuns.Shapes), Double, ("Beta1", radam.Beta1At), ("Beta2", radam.Beta2At));
        var adamax = new MovedAdamax();
        RuleRuns.Compare<double>(adamax, new Adamax<double>(RuleRuns.Shapes), Double, ("Beta1", adamax.Beta1At), ("Beta2", adamax.Beta2At));
        var lion = new MovedLion();
        RuleRuns.Compare<double>(lion, new Lion<double>(RuleRuns.Shapes), Double, ("Beta1", lion.Beta1At), ("Beta2", lion.Beta2At));
    }

    /// <summary>The decay factor of a mean of squares is β₂, whatever its rule calls it.</summary>
    [Fact]
    public void Alpha_and_rho_are_moved_as_beta2()
    {
        var scaled = new MovedRmsProp();
        RuleRuns.Compare<double>(scaled, new RmsProp<double>(RuleRuns.Shapes) { Centered = true }, Double, ("Alpha", scaled.Beta2At), ("Epsilon", scaled.EpsilonAt));
        var delta = new MovedAdadelta();
        RuleRuns.Compare<double>(delta, new Adadelta<double>(RuleRuns.Shapes), Double, ("Rho", delta.Beta2At), ("Epsilon", delta.EpsilonAt));
        var sum = new MovedAdagrad();
        RuleRuns.Compare<double>(sum, new Adagrad<double>(RuleRuns.Shapes), Double, ("Epsilon", sum.EpsilonAt));
    }

    [Fact]
    public void Dampening_moves()
    {
        var optimizer = new DampenedSgd();
        RuleRuns.Compare<double>(optimizer, new Sgd<double>(RuleRuns.Shapes) { Momentum = 0.9 }, Double, ("Dampening", optimizer.DampeningAt));
    }

    [Fact]
    public void Single_precision_moves_alike()
    {
        var optimizer = new DecayedAdamW();
        RuleRuns.Compare<float>(optimizer, new AdamW<float>(RuleRuns.Shapes), 1e-5, ("WeightDecay", optimizer.WeightDecayAt));
    }

    /// <summary>The negative control: a reference whose momentum stays comes apart.</summary>
    [Fact]
    public void A_hyperparameter_that_stays_is_seen() => Assert.Throws<Xunit.Sdk.FailException>(
        () => RuleRuns.Compare<double>(new CycledSgd(), new Sgd<double>(RuleRuns.Shapes) { Momentum = 0.95 }, Double));

    [Sgd, OneCycle(0.05, steps: 1_000), Mirror(low: 0.85, high: 0.95, Quantity = Quantity.Momentum)]
    private sealed partial class CycledSgd;

    [RmsProp, OneCycle(0.01, steps: 1_000), Mirror(low: 0.85, high: 0.95, Quantity = Quantity.Momentum)]
    private sealed partial class CycledRmsProp;

    [AdamW, Warmup(100), CosineDecay(0.02, steps: 900), CosineDecay(0.1, steps: 1_000, Quantity = Quantity.WeightDecay)]
    private sealed partial class DecayedAdamW;

    [Sgd(Momentum = 0.9), Constant(0.02), CosineDecay(0.1, steps: 1_000, Quantity = Quantity.WeightDecay)]
    private sealed partial class DecayedSgd;

    [Lion, Constant(0.001), CosineDecay(0.5, steps: 1_000, Quantity = Quantity.WeightDecay)]
    private sealed partial class DecayedLion;

    [Adam, CosineDecay(0.02, steps: 1_000)]
    [LinearDecay(0.8, to: 0.95, steps: 1_000, Quantity = Quantity.Beta1)]
    [LinearDecay(0.9, to: 0.999, steps: 1_000, Quantity = Quantity.Beta2)]
    [ExponentialDecay(1e-2, factor: 0.99, Quantity = Quantity.Epsilon)]
    private sealed partial class MovedAdam;

    [NAdam, Constant(0.01), LinearDecay(0.8, 0.95, 1_000, Quantity = Quantity.Beta1), LinearDecay(0.9, 0.999, 1_000, Quantity = Quantity.Beta2)]
    private sealed partial class MovedNAdam;

    [RAdam, Constant(0.01), LinearDecay(0.8, 0.95, 1_000, Quantity = Quantity.Beta1), LinearDecay(0.9, 0.999, 1_000, Quantity = Quantity.Beta2)]
    private sealed partial class MovedRAdam;

    [Adamax, Constant(0.01), LinearDecay(0.8, 0.95, 1_000, Quantity = Quantity.Beta1), LinearDecay(0.9, 0.999, 1_000, Quantity = Quantity.Beta2)]
    private sealed partial class MovedAdamax;

    [Lion, Constant(0.01), LinearDecay(0.8, 0.95, 1_000, Quantity = Quantity.Beta1), LinearDecay(0.9, 0.999, 1_000, Quantity = Quantity.Beta2)]
    private sealed partial class MovedLion;

    [RmsProp(Centered = true), Constant(0.01)]
    [LinearDecay(0.9, 0.99, 1_000, Quantity = Quantity.Beta2), LinearDecay(1e-2, 1e-4, 1_000, Quantity = Quantity.Epsilon)]
    private sealed partial class MovedRmsProp;

    [Adadelta, Constant(1), LinearDecay(0.9, 0.99, 1_000, Quantity = Quantity.Beta2), LinearDecay(1e-4, 1e-6, 1_000, Quantity = Quantity.Epsilon)]
    private sealed partial class MovedAdadelta;

    [Adagrad, Constant(0.05), LinearDecay(1e-2, 1e-4, 1_000, Quantity = Quantity.Epsilon)]
    private sealed partial class MovedAdagrad;

    [Sgd(Momentum = 0.9), Constant(0.02), LinearDecay(0, 0.9, 1_000, Quantity = Quantity.Dampening)]
    private sealed partial class DampenedSgd;
}
