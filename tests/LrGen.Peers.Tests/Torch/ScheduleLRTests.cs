using TorchSharp;
using static TorchSharp.torch.optim;

namespace LrGen.Peers.Tests.Torch;

/// <summary>Schedules as TorchSharp schedulers.</summary>
public sealed class ScheduleLRTests
{
    [Fact]
    public void Alone_it_sets_the_rates_of_its_schedule()
    {
        using var sgd = Peer.Sgd(groups: 2);
        var scheduler = new ScheduleLR<Families.WarmupCosine>(sgd);
        for (int step = 0; step < 200; step++)
        {
            double expected = default(Families.WarmupCosine).At(step);
            Assert.Equal(step, scheduler.Step);
            Assert.Equal([expected, expected], sgd.ParamGroups.Select(g => g.LearningRate));
            Assert.Equal([expected, expected], scheduler.get_last_lr());
            scheduler.step();
        }
    }

    [Fact]
    public void It_sets_momentum_and_scales()
    {
        using var sgd = Peer.Sgd(groups: 2);
        var scheduler = new ScheduleLR<Families.Mirrored>(sgd, step: 40);
        scheduler.SetScale(1, 0.5);
        scheduler.step();
        Assert.Equal((default(Families.Mirrored).At(41) * 0.5, default(Families.Mirrored).MomentumAt(41)), Peer.Group(sgd, 1));
        Assert.Equal([default(Families.Mirrored).At(41), default(Families.Mirrored).At(41) * 0.5], scheduler.get_last_lr());
        Assert.Equal(0.5, scheduler.GetScale(1));
    }

    /// <summary>Where its turn comes it starts at 0, whichever place it has, beside TorchSharp's own and beside others of its kind.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void It_works_anywhere_in_a_sequence(int place)
    {
        int[] milestones = [30, 75];
        using var sgd = Peer.Sgd();
        var schedulers = Enumerable.Range(0, 3)
            .Select(i => i == place ? new ScheduleLR<Families.Polynomial>(sgd) : (lr_scheduler.LRScheduler)lr_scheduler.ConstantLR(sgd, 1, 1)).ToArray();
        var sequence = lr_scheduler.SequentialLR(sgd, schedulers, milestones);
        int[] starts = [0, .. milestones, 200];
        for (int step = 0; step < 200; step++)
        {
            if (step >= starts[place] && step < starts[place + 1])
            {
                double expected = default(Families.Polynomial).At(step - starts[place]);
                Assert.Equal(expected, Peer.Group(sgd, 0).Rate);
                Assert.Equal(expected, sequence.get_last_lr().Single());
            }

            sequence.step();
        }
    }

    [Fact]
    public void A_sequence_of_several_is_what_the_declaration_of_phases_is()
    {
        using var sgd = Peer.Sgd();
        var sequence = lr_scheduler.SequentialLR(
            sgd, [new ScheduleLR<Families.Exponential>(sgd), new ScheduleLR<Families.Linear>(sgd), new ScheduleLR<Families.Cyclic>(sgd)], [10, 50]);
        for (int step = 0; step < 120; step++)
        {
            double expected = step < 10 ? default(Families.Exponential).At(step)
                : step < 50 ? default(Families.Linear).At(step - 10)
                : default(Families.Cyclic).At(step - 50);
            Assert.Equal(expected, Peer.Group(sgd, 0).Rate);
            sequence.step();
        }
    }

    [Fact]
    public void It_goes_on_where_a_training_stopped()
    {
        using var sgd = Peer.Sgd();
        var scheduler = new ScheduleLR<Families.Linear>(sgd, step: 60);
        Assert.Equal(default(Families.Linear).At(60), Peer.Group(sgd, 0).Rate);
        scheduler.step(90);
        Assert.Equal((90, default(Families.Linear).At(90)), (scheduler.Step, Peer.Group(sgd, 0).Rate));
        scheduler.step();
        Assert.Equal(default(Families.Linear).At(91), Peer.Group(sgd, 0).Rate);
    }

    [Fact]
    public void What_it_cannot_work_with_is_refused()
    {
        Assert.Throws<ArgumentNullException>(() => new ScheduleLR<Families.Linear>(null!));
        using var sgd = Peer.Sgd();
        Assert.Throws<ArgumentOutOfRangeException>(() => new ScheduleLR<Families.Linear>(sgd, step: -1));
        using var adagrad = torch.optim.Adagrad([Peer.Parameter()]);
        Assert.Throws<InvalidOperationException>(() => new ScheduleLR<Families.Mirrored>(adagrad));
    }
}
