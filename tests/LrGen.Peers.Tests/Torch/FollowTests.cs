using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch.optim;

namespace LrGen.Peers.Tests.Torch;

/// <summary>TorchSharp's optimizers along generated schedules.</summary>
public sealed partial class FollowTests
{
    private const int Steps = 200;

    [CosineDecay(0.1, steps: 100), CosineDecay(0.01, steps: 100, Quantity = Quantity.WeightDecay)]
    private readonly partial struct Decaying;

    [Constant(0.01), LinearDecay(0.9, to: 0.5, steps: 100, Quantity = Quantity.Beta1), LinearDecay(0.999, to: 0.9, steps: 100, Quantity = Quantity.Beta2)]
    private readonly partial struct Betas;

    [Constant(0.01), LinearDecay(16, to: 64, steps: 100, Quantity = Quantity.BatchSize)]
    private readonly partial struct GrowingBatch;

    [CosineDecay, ReduceOnPlateau(factor: 0.5, patience: 0)]
    private partial struct Driven(double rate, double steps);

    [ReduceOnPlateau(0.1, factor: 0.5, patience: 0)]
    private partial struct Plateau;

    [ReduceOnPlateau(0.1, factor: 0.5, patience: 0, AccumulationSize = 2)]
    private partial struct Averaged;

    public static TheoryData<string> All => [.. Structs().Select(t => t.Name)];

    /// <summary>What a hand-written loop over At would set is set, at every step.</summary>
    [Theory]
    [MemberData(nameof(All))]
    public void Every_family_is_followed(string name) => GetType()
        .GetMethod(nameof(Follows), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!
        .MakeGenericMethod(Structs().Single(t => t.Name == name))
        .Invoke(null, null);

    [Fact]
    public void Every_schedule_attribute_is_on_one_of_them()
    {
        var used = Structs().SelectMany(t => t.CustomAttributes).Select(a => a.AttributeType).ToHashSet();
        Assert.All(
            typeof(ScheduleAttribute).Assembly.GetExportedTypes().Where(t => t.IsSubclassOf(typeof(ScheduleAttribute)) && !t.IsAbstract),
            attribute => Assert.Contains(attribute, used));
    }

    [Fact]
    public void Momentum_is_set_where_the_schedule_has_one()
    {
        using var sgd = Peer.Sgd(groups: 2);
        var rate = sgd.Follow<Families.Mirrored>();
        for (int step = 0; step < Steps; step++)
        {
            Assert.Equal(default(Families.Mirrored).At(Quantity.Momentum, step), Peer.Group(sgd, 1).Momentum);
            rate.Advance();
        }

        using var adam = Peer.Adam();
        adam.Follow<Families.Mirrored>(step: 50);
        Assert.Equal((default(Families.Mirrored).MomentumAt(50), 0.999), ((IBetas)adam.ParamGroups.Single()).Betas);
    }

    [Fact]
    public void Betas_and_weight_decay_are_set()
    {
        using var adam = torch.optim.Adam([Peer.Parameter()], 0.1);
        adam.Follow<Betas>(step: 30);
        Assert.Equal((default(Betas).Beta1At(30), default(Betas).Beta2At(30)), ((IBetas)adam.ParamGroups.Single()).Betas);

        foreach (var optimizer in new Optimizer[] { torch.optim.AdamW([Peer.Parameter()]), Peer.Sgd(), torch.optim.RMSProp([Peer.Parameter()]) })
        {
            optimizer.Follow<Decaying>(step: 30);
            var options = ((ParamGroup)optimizer.ParamGroups.Single()).Options;
            double? decay = options is SGD.Options sgd ? sgd.weight_decay : options is AdamW.Options adamW ? adamW.weight_decay : ((RMSProp.Options)options).weight_decay;
            Assert.Equal(default(Decaying).WeightDecayAt(30), decay);
            optimizer.Dispose();
        }
    }

    [Fact]
    public void An_optimizer_without_momentum_is_refused_before_anything_is_set()
    {
        using var adagrad = torch.optim.Adagrad([Peer.Parameter()], 0.5);
        var error = Assert.Throws<InvalidOperationException>(() => adagrad.Follow<Families.Mirrored>());
        Assert.Contains("Momentum", error.Message, StringComparison.Ordinal);
        Assert.Contains("group 0 of Adagrad", error.Message, StringComparison.Ordinal);
        Assert.Equal(0.5, adagrad.ParamGroups.Single().LearningRate);

        using var sgd = Peer.Sgd();
        Assert.Contains("Adam and its relatives", Assert.Throws<InvalidOperationException>(() => sgd.Follow<Betas>()).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => ((Optimizer)null!).Follow<Families.Linear>());
    }

    /// <summary>A batch size is for the data loader: the optimizer has none, and need not.</summary>
    [Fact]
    public void A_batch_size_is_left_to_the_loader()
    {
        using var sgd = Peer.Sgd();
        var rate = sgd.Follow<GrowingBatch>(step: 50);
        Assert.Equal(40, rate.Schedule.At(Quantity.BatchSize, rate.Step));
    }

    [Fact]
    public void Groups_have_their_own_scale()
    {
        using var sgd = Peer.Sgd(groups: 3);
        var rate = sgd.Follow<Families.Linear>();
        rate.SetScale(1, 0.1);
        rate.SetScale(2, 0);
        rate.Step = 70;
        double expected = default(Families.Linear).At(70);
        Assert.Equal([expected, expected * 0.1, 0], sgd.ParamGroups.Select(g => g.LearningRate));
        Assert.Equal((1, 0.1, 0), (rate.GetScale(0), rate.GetScale(1), rate.GetScale(2)));
        Assert.Throws<ArgumentOutOfRangeException>(() => rate.SetScale(3, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => rate.SetScale(0, double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => rate.SetScale(0, -1));
    }

    [Fact]
    public void A_group_that_comes_later_is_followed()
    {
        using var sgd = Peer.Sgd();
        var rate = sgd.Follow<Families.WarmupCosine>();
        rate.Advance();
        sgd.add_param_group(new SGD.ParamGroup([Peer.Parameter()], 7, momentum: 0.9));
        rate.Advance();
        Assert.Equal([rate.Rate, rate.Rate], sgd.ParamGroups.Select(g => g.LearningRate));
        rate.SetScale(1, 2);
        rate.Advance();
        Assert.Equal([rate.Rate, 2 * rate.Rate], sgd.ParamGroups.Select(g => g.LearningRate));
    }

    [Fact]
    public void A_step_allocates_nothing()
    {
        using var sgd = Peer.Sgd(groups: 3);
        var rate = sgd.Follow<Families.Mirrored>();
        for (int i = 0; i < 100; i++)
            rate.Advance();
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 10_000; i++)
            rate.Advance();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Metrics_drive_rates()
    {
        using var sgd = Peer.Sgd(groups: 2);
        var plateau = sgd.FollowMetric<Plateau>();
        plateau.SetScale(1, 0.1);
        plateau.Report(1);
        plateau.Report(2);
        Assert.Equal([0.05, 0.05 * 0.1], sgd.ParamGroups.Select(g => g.LearningRate));
        var saved = plateau.Schedule;
        plateau.Report(3);
        plateau.Schedule = saved;
        Assert.Equal(0.05, plateau.Rate);
        Assert.Equal(0.05, sgd.ParamGroups.First().LearningRate);

        var driven = sgd.Follow(new Driven(0.1, 100));
        driven.Schedule.Report(1);
        driven.Schedule.Report(2);
        driven.Advance();
        Assert.Equal(0.5 * new Driven(0.1, 100).At(1), sgd.ParamGroups.First().LearningRate);
    }

    [Fact]
    public void The_step_is_saved_beside_the_state_of_the_optimizer()
    {
        using var first = Peer.Sgd(groups: 2);
        var rate = first.Follow<Families.Mirrored>(step: 77);
        var file = new MemoryStream();
        using (var writer = new BinaryWriter(file, System.Text.Encoding.UTF8, leaveOpen: true))
        {
            first.save_state_dict(writer);
            rate.Save(writer);
        }

        using var second = Peer.Sgd(groups: 2);
        var resumed = second.Follow<Families.Mirrored>();
        file.Position = 0;
        using var reader = new BinaryReader(file);
        second.load_state_dict(reader);
        resumed.Load(reader);
        Assert.Equal(77, resumed.Step);
        Assert.Equal(Peer.Group(first, 1), Peer.Group(second, 1));
        rate.Advance();
        resumed.Advance();
        Assert.Equal(Peer.Group(first, 0), Peer.Group(second, 0));
    }

    /// <summary>After any number of reports: the loaded one goes on as the saved one does, with the optimizer's momentum.</summary>
    [Fact]
    public void What_metrics_have_made_of_a_rate_is_saved_with_the_optimizer()
    {
        using var folder = new MemoryFolder();
        string path = folder.File("run.ckpt");
        for (int reports = 0; reports < 6; reports++)
        {
            using var first = Peer.Sgd(groups: 2);
            var plateau = first.FollowMetric<Plateau>();
            var averaged = first.FollowMetric<Averaged>();
            for (int i = 0; i < reports; i++)
            {
                plateau.Report(Loss(i));
                averaged.Report(Loss(i));
            }

            plateau.Save(path, keep: 1);
            averaged.Save(folder.File("averaged.ckpt"));
            using var second = Peer.Sgd(groups: 2);
            var resumed = second.FollowMetric<Plateau>();
            resumed.Load(path);
            Assert.Equal(plateau.Schedule, resumed.Schedule);
            Assert.Equal([plateau.Rate, plateau.Rate], second.ParamGroups.Select(g => g.LearningRate));
            Assert.Equal((plateau.Report(3), plateau.Rate), (resumed.Report(3), resumed.Rate));
            var resumedAverage = second.FollowMetric<Averaged>();
            resumedAverage.Load(folder.File("averaged.ckpt"));
            Assert.Equal(averaged.Schedule, resumedAverage.Schedule);
        }

        Assert.True(File.Exists(path + ".1"));

        static double Loss(int report) => report == 4 ? double.NaN : report % 2 == 0 ? 1.0 / (report + 1) : 3;
    }

    [Fact]
    public void What_metrics_have_made_of_a_schedule_is_saved_with_its_step()
    {
        using var folder = new MemoryFolder();
        using var first = Peer.Sgd();
        var rate = first.Follow(new Driven(0.1, 100), step: 7);
        rate.Schedule.Report(1);
        rate.Schedule.Report(2);
        rate.Apply();
        rate.Save(folder.File("run.ckpt"));
        using var second = Peer.Sgd();
        var resumed = second.Follow(new Driven(0.1, 100));
        resumed.Load(folder.File("run.ckpt"));
        Assert.Equal((7, 0.5 * new Driven(0.1, 100).At(7)), (resumed.Step, second.ParamGroups.Single().LearningRate));
        Assert.Equal((rate.Schedule.Report(3), rate.Rate), (resumed.Schedule.Report(3), resumed.Rate));
    }

    [Fact]
    public void A_state_of_metrics_that_is_damaged_or_of_another_declaration_changes_nothing()
    {
        using var folder = new MemoryFolder();
        using var sgd = Peer.Sgd();
        var plateau = sgd.FollowMetric<Plateau>();
        plateau.Report(1);
        plateau.Save(folder.File("a.ckpt"));
        byte[] whole = File.ReadAllBytes(folder.File("a.ckpt"));
        plateau.Report(2);
        var before = plateau.Schedule;
        for (int i = 0; i < whole.Length; i++)
        {
            byte[] damaged = [.. whole];
            damaged[i] ^= 0x10;
            File.WriteAllBytes(folder.File("damaged.ckpt"), damaged);
            Assert.Throws<CheckpointException>(() => plateau.Load(folder.File("damaged.ckpt")));
            File.WriteAllBytes(folder.File("damaged.ckpt"), whole[..i]);
            Assert.Throws<CheckpointException>(() => plateau.Load(folder.File("damaged.ckpt")));
        }

        var averaged = sgd.FollowMetric<Averaged>();
        averaged.Save(folder.File("averaged.ckpt"));
        Assert.Contains("another schedule than Plateau", Assert.Throws<CheckpointException>(() => plateau.Load(folder.File("averaged.ckpt"))).Message);
        Assert.Contains("another schedule than Averaged", Assert.Throws<CheckpointException>(() => averaged.Load(folder.File("a.ckpt"))).Message);
        sgd.Follow<Families.Linear>().Save(folder.File("step.ckpt"));
        Assert.Contains("not the saved state", Assert.Throws<CheckpointException>(() => plateau.Load(folder.File("step.ckpt"))).Message);
        Assert.Equal(before, plateau.Schedule);
        plateau.Load(folder.File("a.ckpt"));
        Assert.Equal(0.1, plateau.Rate);
        Assert.Throws<CheckpointException>(() => plateau.Load(new BinaryReader(new MemoryStream(new byte[9]))));
    }

    [Theory]
    [InlineData(0, "truncated")]
    [InlineData(12, "truncated")]
    [InlineData(-1, "not the saved step")]
    [InlineData(-2, "version 257")]
    public void A_step_that_cannot_be_read_changes_nothing(int length, string reason)
    {
        using var sgd = Peer.Sgd();
        var rate = sgd.Follow<Families.Linear>(step: 5);
        var file = new MemoryStream();
        rate.Save(new BinaryWriter(file));
        byte[] bytes = file.ToArray();
        if (length < 0)
            bytes[length == -1 ? 0 : 9] = 1;
        else
            bytes = bytes[..length];
        rate.Step = 9;
        var error = Assert.Throws<CheckpointException>(() => rate.Load(new BinaryReader(new MemoryStream(bytes))));
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        Assert.Equal(9, rate.Step);
    }

    private static IEnumerable<Type> Structs() => typeof(Families).GetNestedTypes();

    private static void Follows<TSchedule>()
        where TSchedule : struct, ISchedule
    {
        using var sgd = Peer.Sgd(groups: 2);
        var rate = sgd.Follow<TSchedule>();
        var rates = new double[Steps];
        default(TSchedule).Fill(rates, 0);
        for (int step = 0; step < Steps; step++)
        {
            Assert.Equal(step, rate.Step);
            Assert.Equal([rates[step], rates[step]], sgd.ParamGroups.Select(g => g.LearningRate));
            rate.Advance();
        }
    }
}
