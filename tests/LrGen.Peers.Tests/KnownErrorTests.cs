using TorchSharp;
using static TorchSharp.torch.optim;
using static TorchSharp.torch.optim.lr_scheduler.impl;

namespace LrGen.Peers.Tests;

/// <summary>
/// Where TorchSharp 0.107 differs from PyTorch: its number, and the one that the declaration gives. A fixed error fails here.
/// </summary>
public sealed class KnownErrorTests
{
    [Fact]
    public void One_cycle_of_a_second_group_stays_in_its_first_phase()
    {
        var optimizer = Peer.Sgd(groups: 2);
        var second = Peer.Run(optimizer, lr_scheduler.OneCycleLR(optimizer, 1, total_steps: 10), 10, group: 1);
        Near(1, second[2].Rate);
        Near(0.04, second[4].Rate);
        Near(0.8117456539497631, Declarations.OneCycle(4));
        AssertFirstGroup(o => lr_scheduler.OneCycleLR(o, 1, total_steps: 10), Declarations.OneCycle);
    }

    [Fact]
    public void One_cycle_of_a_third_group_stays_in_its_first_phase_of_three()
    {
        var optimizer = Peer.Sgd(groups: 3);
        var third = Peer.Run(optimizer, lr_scheduler.OneCycleLR(optimizer, 1, total_steps: 10, three_phase: true), 10, group: 2);
        Near(1, third[6].Rate);
        Near(0.0261817218535102, Declarations.OneCycleThreePhase(6));
        AssertFirstGroup(o => lr_scheduler.OneCycleLR(o, 1, total_steps: 10, three_phase: true), Declarations.OneCycleThreePhase);
    }

    [Fact]
    public void One_cycle_has_no_rate_and_no_momentum_at_total_steps()
    {
        var optimizer = Peer.Sgd();
        var values = Peer.Run(optimizer, lr_scheduler.OneCycleLR(optimizer, 1, total_steps: 10), 11);
        Assert.Equal((0.0, 0.0), values[10]);
        Near(4e-6, Declarations.OneCycle(10));
        Near(0.95, Declarations.OneCycleMomentum(10));
    }

    [Fact]
    public void One_cycle_whose_rise_has_no_length_is_not_a_number()
    {
        var optimizer = Peer.Sgd();
        var values = Peer.Run(optimizer, lr_scheduler.OneCycleLR(optimizer, 1, total_steps: 10, pct_start: 0.1), 10);
        Assert.Equal((double.NaN, double.NaN), values[0]);
        Near(1, Declarations.OneCycleWithoutRise(0));
        for (int step = 1; step < 10; step++)
            Near(values[step].Rate, Declarations.OneCycleWithoutRise(step));
    }

    [Fact]
    public void Cyclic_momentum_rises_with_the_rate()
    {
        var optimizer = Peer.Sgd();
        var values = Peer.Run(optimizer, lr_scheduler.CyclicLR(optimizer, 0.01, 0.1, 100, 150), 1_000);
        Near(1, values[100].Momentum);
        Near(0.8, global::Rosetta.TorchSharp.CyclicLRMomentum(100));
        // The sign is all that is wrong.
        for (int step = 0; step < 1_000; step++)
            Near(0.9 - (values[step].Momentum - 0.9), global::Rosetta.TorchSharp.CyclicLRMomentum(step));
    }

    [Fact]
    public void Cyclic_exp_range_falls_by_cycles_instead_of_steps()
    {
        var optimizer = Peer.Sgd();
        var values = Peer.Run(optimizer, lr_scheduler.CyclicLR(optimizer, 0.01, 0.1, 100, mode: CyclicLR.Mode.ExpRange, gamma: 0.995), 201);
        Near(0.01 + 0.09 * 0.995, values[100].Rate);
        Near(0.01 + 0.09 * Math.Pow(0.995, 100), global::Rosetta.TorchSharp.CyclicLRExpRange(100));
    }

    [Fact]
    public void Cyclic_refuses_an_optimizer_that_has_betas()
    {
        Assert.Throws<ArgumentException>(() => lr_scheduler.CyclicLR(Peer.Adam(), 0.01, 0.1, 100));
        Near(0.1, global::Rosetta.TorchSharp.CyclicLR(100));
    }

    [Fact]
    public void A_milestone_given_twice_counts_once()
    {
        var optimizer = Peer.Sgd(rate: 1);
        var values = Peer.Run(optimizer, lr_scheduler.MultiStepLR(optimizer, [2, 2, 4], 0.1), 5);
        Near(0.1, values[2].Rate);
        Near(0.01, values[4].Rate);
        Near(0.01, global::Rosetta.PyTorch.MultiStepLRDuplicate(2));
        Near(0.001, global::Rosetta.PyTorch.MultiStepLRDuplicate(4));
    }

    [Fact]
    public void A_rate_that_is_changed_before_the_scheduler_is_made_is_ignored()
    {
        var optimizer = Peer.Sgd();
        optimizer.ParamGroups.Single().LearningRate = 0.4;
        var values = Peer.Run(optimizer, lr_scheduler.LambdaLR(optimizer, t => Math.Pow(0.5, t)), 3);
        Near(0.1 * 0.25, values[2].Rate);
        Near(0.4 * 0.25, Declarations.Exponential(2, rate: 0.4));
    }

    [Theory]
    [InlineData("exponential", 4, 0.1 * 0.5)]
    [InlineData("step", 4, 0.1)]
    [InlineData("cosine", 4, 0.0763932022500210)]
    public void Resuming_on_a_fresh_optimizer_starts_from_the_wrong_rate(string name, int lastEpoch, double wrong)
    {
        var optimizer = Peer.Sgd();
        _ = name switch
        {
            "exponential" => lr_scheduler.ExponentialLR(optimizer, 0.5, last_epoch: lastEpoch),
            "step" => lr_scheduler.StepLR(optimizer, 2, 0.5, last_epoch: lastEpoch),
            _ => lr_scheduler.CosineAnnealingLR(optimizer, 10, last_epoch: lastEpoch),
        };
        Near(wrong, Peer.Group(optimizer, 0).Rate);

        // The step is all that a declaration needs to go on; these are the rates of a run that was not interrupted.
        optimizer = Peer.Sgd();
        long step = lastEpoch + 1;
        var (scheduler, rate) = name switch
        {
            "exponential" => (lr_scheduler.ExponentialLR(optimizer, 0.5), Declarations.Exponential(step, Peer.Base)),
            "step" => (lr_scheduler.StepLR(optimizer, 2, 0.5), Declarations.Step(step)),
            _ => (lr_scheduler.CosineAnnealingLR(optimizer, 10), Declarations.Cosine(step)),
        };
        double right = Peer.Run(optimizer, scheduler, lastEpoch + 2)[lastEpoch + 1].Rate;
        Near(right, rate);
        Assert.NotInRange(right, wrong * (1 - 1e-3), wrong * (1 + 1e-3));
    }

    [Fact]
    public void Chained_schedulers_have_no_last_rate_and_take_no_metric()
    {
        var optimizer = Peer.Sgd();
        var scheduler = Schedulers.Rates["ChainedLR"](optimizer);
        Assert.Null(scheduler.get_last_lr());
        Assert.Throws<NullReferenceException>(() => scheduler.step(0.5));
        Near(0.1 * 0.25, global::Rosetta.TorchSharp.ChainedLR(0));
    }

    [Fact]
    public void Reduce_on_plateau_keeps_its_first_last_rate()
    {
        var optimizer = Peer.Sgd();
        var scheduler = lr_scheduler.ReduceLROnPlateau(optimizer, factor: 0.5, patience: 0);
        var plateau = new Declarations.Impatient();
        for (int report = 0; report < 2; report++)
        {
            scheduler.step(1.0);
            plateau.Report(1.0);
        }

        Near(0.1, scheduler.get_last_lr().Single());
        Near(0.05, Peer.Group(optimizer, 0).Rate);
        Near(0.05, plateau.Rate);
    }

    /// <summary>As soon as the variance can be corrected, at the sixth step, the rate is multiplied in a second time.</summary>
    [Fact]
    public void Radam_takes_the_rate_twice()
    {
        const double Rate = 0.1, Beta1 = 0.9, Beta2 = 0.999, Epsilon = 1e-8;
        var parameter = Peer.Parameter();
        var optimizer = torch.optim.RAdam([parameter], Rate);
        double last = 0, m = 0, v = 0, longest = 2 / (1 - Beta2) - 1;
        for (int t = 1; t <= 10; t++)
        {
            Step(optimizer, parameter, gradient: 1);
            (m, v) = (Beta1 * m + (1 - Beta1), Beta2 * v + (1 - Beta2));
            double correction = 1 - Math.Pow(Beta2, t), length = longest - 2 * t * Math.Pow(Beta2, t) / correction;
            double rectified = length > 5
                ? Math.Sqrt((length - 4) * (length - 2) * longest / ((longest - 4) * (longest - 2) * length)) * Math.Sqrt(correction) / (Math.Sqrt(v) + Epsilon)
                : 1;
            double right = Rate * m / (1 - Math.Pow(Beta1, t)) * rectified, made = last - parameter.item<float>();
            Assert.Equal(t > 5 ? Rate * right : right, made, right * 1e-3);
            last = parameter.item<float>();
        }
    }

    /// <summary>Weight decay makes weights smaller, also where an objective is maximised; here it makes them larger.</summary>
    [Fact]
    public void Sgd_that_maximises_decays_upwards()
    {
        const double Rate = 0.1, Decay = 0.5;
        var parameter = Peer.Parameter();
        using (torch.no_grad())
            parameter.fill_(1);
        var optimizer = torch.optim.SGD([parameter], Rate, weight_decay: Decay, maximize: true);
        Step(optimizer, parameter, gradient: 2);
        double right = 1 + Rate * 2 - Rate * Decay, wrong = 1 + Rate * 2 + Rate * Decay;
        Assert.NotEqual(right, parameter.item<float>(), 1e-6);
        Assert.Equal(wrong, parameter.item<float>(), 1e-6);
    }

    private static void Step(torch.optim.Optimizer optimizer, TorchSharp.Modules.Parameter parameter, float gradient)
    {
        optimizer.zero_grad();
        (parameter * gradient).sum().backward();
        optimizer.step();
    }

    /// <summary>The first group has the rates of the declaration, so what is shown is the group's fault.</summary>
    private static void AssertFirstGroup(Func<Optimizer, lr_scheduler.LRScheduler> scheduler, Func<long, double> rate)
    {
        var optimizer = Peer.Sgd();
        var values = Peer.Run(optimizer, scheduler(optimizer), 10);
        for (int step = 0; step < 10; step++)
            Near(values[step].Rate, rate(step));
    }

    private static void Near(double expected, double actual) => Assert.Equal(expected, actual, 1e-12);
}
