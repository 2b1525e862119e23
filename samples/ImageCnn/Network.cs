using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ImageCnn;

/// <summary>How large a network is.</summary>
/// <param name="Side">The width and height of the images.</param>
/// <param name="First">The channels of the first convolution.</param>
/// <param name="Second">The channels of the second one.</param>
/// <param name="PoolsTwice">Whether there is a pooling after each convolution, or only after the second.</param>
readonly record struct NetworkSize(int Side, int First, int Second, bool PoolsTwice);

/// <summary>Two convolutions of 3×3 and two dense layers.</summary>
sealed class Network : Module<Tensor, Tensor>
{
    private const int Hidden = 64;

    private readonly bool _poolsTwice;
    private readonly Conv2d _first;
    private readonly Conv2d _second;
    private readonly Linear _hidden;
    private readonly Linear _output;

    public Network(NetworkSize size)
        : base(nameof(Network))
    {
        int side = size.Side / (size.PoolsTwice ? 4 : 2);
        _poolsTwice = size.PoolsTwice;
        _first = Conv2d(1, size.First, kernel_size: 3, padding: 1);
        _second = Conv2d(size.First, size.Second, kernel_size: 3, padding: 1);
        _hidden = Linear(size.Second * side * side, Hidden);
        _output = Linear(Hidden, ImageSet.Classes);
        RegisterComponents();
    }

    public override Tensor forward(Tensor images)
    {
        using var scope = NewDisposeScope();
        var features = functional.relu(_first.call(images));
        if (_poolsTwice)
            features = functional.max_pool2d(features, 2);
        features = functional.max_pool2d(functional.relu(_second.call(features)), 2);
        return _output.call(functional.relu(_hidden.call(features.flatten(1)))).MoveToOuterDisposeScope();
    }
}
