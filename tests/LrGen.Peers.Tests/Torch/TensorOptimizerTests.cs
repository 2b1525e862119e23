using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace LrGen.Peers.Tests.Torch;

/// <summary>Generated optimizers on the parameters of TorchSharp modules.</summary>
public sealed partial class TensorOptimizerTests
{
    private const int Steps = 1_000;

    [Sgd(Momentum = 0.9, WeightDecay = 1e-3), Constant(0.02)]
    private sealed partial class Momentum;

    [Adam, Constant(1e-3)]
    internal sealed partial class Adam;

    [AdamW(WeightDecay = 0.01), Constant(1e-3)]
    private sealed partial class AdamW;

    [RmsProp, Constant(1e-3)]
    private sealed partial class RmsProp;

    [Adagrad, Constant(1e-2)]
    private sealed partial class Adagrad;

    [ScheduleFreeAdamW(WarmupSteps = 10), Constant(2.5e-3)]
    private sealed partial class ScheduleFree;

    public static TheoryData<string> Peers => ["Momentum", "Adam", "AdamW", "RmsProp", "Adagrad"];

    /// <summary>The same network trains on the same batches with TorchSharp's rule and with the generated one.</summary>
    [Theory]
    [MemberData(nameof(Peers))]
    public void A_network_trains_as_with_torch_optim(string rule)
    {
        using var theirs = Network();
        using var ours = Network();
        ours.load_state_dict(theirs.state_dict());
        using optim.Optimizer peer = rule switch
        {
            "Momentum" => optim.SGD(theirs.parameters(), 0.02, momentum: 0.9, weight_decay: 1e-3),
            "Adam" => optim.Adam(theirs.parameters()),
            "AdamW" => optim.AdamW(theirs.parameters(), weight_decay: 0.01),
            "RmsProp" => optim.RMSProp(theirs.parameters(), 1e-3),
            _ => optim.Adagrad(theirs.parameters(), 1e-2),
        };
        Func<bool> step = rule switch
        {
            "Momentum" => Of(ours, new Momentum()).step,
            "Adam" => Of(ours, new Adam()).step,
            "AdamW" => Of(ours, new AdamW()).step,
            "RmsProp" => Of(ours, new RmsProp()).step,
            _ => Of(ours, new Adagrad()).step,
        };
        for (int i = 0; i < Steps; i++)
        {
            Backward(theirs, i);
            peer.step();
            // Gradients of their network: rounding that a network blows up says nothing of the rule.
            foreach (var (mine, other) in ours.parameters().Zip(theirs.parameters()))
            {
                mine.grad?.Dispose();
                mine.grad = other.grad!.clone();
            }

            Assert.True(step());
        }

        foreach (var ((name, mine), other) in ours.named_parameters().Zip(theirs.parameters()))
        {
            using var difference = (mine - other).abs().max();
            Assert.True(difference.item<float>() < 2e-5f, $"{name}: {difference.item<float>()}");
        }

        Peer.Parameter().Dispose();
    }

    [Fact]
    public void Training_lowers_the_loss()
    {
        using var network = Network();
        var optimizer = Of(network, new Adam());
        double first = Backward(network, 0), last = 0;
        for (int i = 0; i < 500; i++)
        {
            optimizer.zero_grad();
            last = Backward(network, i, clear: false);
            optimizer.step();
        }

        Assert.True(last < first / 2, $"{first} → {last}");
        Assert.Equal(500, optimizer.Optimizer.Step);
        Assert.Equal(["0.weight", "0.bias", "2.weight", "2.bias"], optimizer.Optimizer.Parameters.Select(p => p.Name));
        Assert.Equal([16, 4], optimizer.Optimizer.Parameters[0].Shape);
    }

    [Fact]
    public void A_parameter_without_gradient_is_left_out()
    {
        using var a = new Parameter(ones(3));
        using var b = new Parameter(ones(3));
        var optimizer = new TensorOptimizer<Adam>([a, b], new Adam());
        a.grad = ones(3);
        optimizer.step();
        Assert.Equal([1f, 1f, 1f], b.data<float>().ToArray());
        Assert.Equal((1, 0), (optimizer.Optimizer.Parameters["0"].Updates, optimizer.Optimizer.Parameters["1"].Updates));
        b.grad = ones(3);
        optimizer.step();
        Assert.Equal(1, optimizer.Optimizer.Parameters["1"].Updates);
        Assert.Equal(0.999f, b.data<float>()[0], 1e-6f);
    }

    [Fact]
    public void All_types_are_updated_and_a_group_can_be_added()
    {
        using var single = new Parameter(ones(2));
        using var real = new Parameter(ones(2, float64));
        using var half = new Parameter(ones(2, float16));
        using var scalar = new Parameter(tensor(1f));
        var optimizer = new TensorOptimizer<Adam>([single, real, half], new Adam());
        optimizer.Add("scalar", scalar, new ParameterGroup("fast") { RateScale = 10 });
        foreach (var parameter in new[] { single, real, half, scalar })
            parameter.grad = ones_like(parameter);
        optimizer.step();
        Assert.Equal(0.999f, single.data<float>()[0], 1e-6f);
        Assert.Equal(0.999, real.data<double>()[0], 1e-9);
        Assert.Equal((Half)0.999f, half.data<Half>()[0]);
        Assert.Equal(0.99f, scalar.item<float>(), 1e-6f);
    }

    [Fact]
    public void Tensors_that_memory_cannot_be_used_of_are_refused_by_name()
    {
        Refused(new Parameter(ones(2, 3).t()), "not contiguous");
        Refused(new Parameter(ones(2, bfloat16)), "type BFloat16");
        Refused(new Parameter(ones(2, device: META)), "is on meta");
        Refused(new Parameter(zeros(0)), "no elements");
        Assert.Throws<ArgumentException>(() => new TensorOptimizer<Adam>(Array.Empty<Parameter>(), new Adam()));

        static void Refused(Parameter parameter, string reason)
        {
            var error = Assert.Throws<ArgumentException>(() => new TensorOptimizer<Adam>([("conv.weight", parameter)], new Adam()));
            Assert.Contains("'conv.weight' ", error.Message, StringComparison.Ordinal);
            Assert.Contains(reason, error.Message, StringComparison.Ordinal);
            parameter.Dispose();
        }
    }

    [Fact]
    public void A_training_resumes_bit_for_bit()
    {
        using var whole = Network();
        using var broken = Network();
        broken.load_state_dict(whole.state_dict());
        var uninterrupted = Of(whole, new AdamW());
        var first = Of(broken, new AdamW());
        for (int i = 0; i < 100; i++)
        {
            Step(whole, uninterrupted, i);
            if (i < 40)
                Step(broken, first, i);
        }

        var file = new MemoryStream();
        first.Save(file);
        file.Position = 0;
        var resumed = Of(broken, new AdamW());
        resumed.Load(file);
        for (int i = 40; i < 100; i++)
            Step(broken, resumed, i);
        foreach (var (a, b) in whole.parameters().Zip(broken.parameters()))
            Assert.Equal(a.data<float>().ToArray(), b.data<float>().ToArray());
        Assert.Equal(100, resumed.Optimizer.Step);

        static void Step(Module<Tensor, Tensor> network, TensorOptimizer<AdamW> optimizer, int i)
        {
            Backward(network, i);
            optimizer.step();
        }
    }

    [Fact]
    public void Schedule_free_parameters_go_to_the_average_and_back()
    {
        using var network = Network();
        var optimizer = Of(network, new ScheduleFree());
        for (int i = 0; i < 50; i++)
        {
            Backward(network, i);
            optimizer.step();
        }

        float[] training = network.parameters().First().data<float>().ToArray();
        optimizer.Evaluate();
        float[] average = network.parameters().First().data<float>().ToArray();
        Assert.NotEqual(training, average);
        Backward(network, 51);
        Assert.Throws<InvalidOperationException>(() => optimizer.step());
        optimizer.Train();
        float[] again = network.parameters().First().data<float>().ToArray();
        for (int i = 0; i < again.Length; i++)
            Assert.Equal(training[i], again[i], 1e-6f);
        Assert.Throws<InvalidOperationException>(() => Of(network, new Adam()).Evaluate());
    }

    internal static TensorOptimizer<T> Of<T>(Module<Tensor, Tensor> network, T optimizer)
        where T : class, IOptimizer => new(network.named_parameters(), optimizer);

    internal static Module<Tensor, Tensor> Network()
    {
        Assert.True(Peer.Failure is null, Peer.Failure);
        random.manual_seed(1);
        return Sequential(Linear(4, 16), Tanh(), Linear(16, 1));
    }

    internal static double Backward(Module<Tensor, Tensor> network, int batch, bool clear = true)
    {
        using var scope = NewDisposeScope();
        if (clear)
            network.zero_grad();
        var generator = new Random(batch % 20);
        float[] inputs = [.. Enumerable.Range(0, 32).Select(_ => generator.NextSingle() - 0.5f)];
        var x = tensor(inputs, [8, 4]);
        var y = x.sum(1, keepdim: true).sin();
        var loss = functional.mse_loss(network.call(x), y);
        loss.backward();
        return loss.item<float>();
    }
}
