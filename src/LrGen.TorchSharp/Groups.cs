using System;
using System.Collections.Generic;
using System.Linq;
using TorchSharp.Modules;
using static TorchSharp.torch.optim;

namespace LrGen;

/// <summary>The parameter groups of an optimizer, and what is set on them.</summary>
internal sealed class Groups
{
    private readonly Optimizer _optimizer;

    /// <summary>
    /// TorchSharp's own list where it hands it out, as it does: a group added later is then seen without asking for a new enumerator, which
    /// would be allocated.
    /// </summary>
    private readonly IList<ParamGroup>? _live;

    private readonly List<double> _scales = [];

    public Groups(Optimizer optimizer)
    {
        ArgumentNullException.ThrowIfNull(optimizer);
        _optimizer = optimizer;
        _live = optimizer.ParamGroups as IList<ParamGroup>;
        if (Count == 0)
            throw new ArgumentException($"{optimizer.GetType().Name} has no parameter groups whose rate could be set.", nameof(optimizer));
    }

    public int Count => _live?.Count ?? _optimizer.ParamGroups.Count();

    public ILearningRateController this[int index] => _live is null ? _optimizer.ParamGroups.ElementAt(index) : _live[index];

    public double Scale(int group)
    {
        Check(group);
        return ScaleOf(group);
    }

    public void SetScale(int group, double scale)
    {
        Check(group);
        if (!(scale >= 0) || !double.IsFinite(scale))
            throw new ArgumentOutOfRangeException(nameof(scale), scale, $"The rate scale of group {group} has to be 0 or above, and finite.");
        while (_scales.Count <= group)
            _scales.Add(1);
        _scales[group] = scale;
    }

    public void SetRate(double rate)
    {
        for (int i = 0; i < Count; i++)
            this[i].LearningRate = rate * ScaleOf(i);
    }

    /// <summary>Sets another quantity than the rate.</summary>
    public void Set(Quantity quantity, double value)
    {
        for (int i = 0; i < Count; i++)
        {
            var group = this[i];
            switch (quantity)
            {
                case Quantity.Momentum when group is IMomentum momentum:
                    momentum.Momentum = value;
                    break;
                // As PyTorch's cyclic and one-cycle schedulers do: the momentum of Adam is its first beta.
                case Quantity.Momentum or Quantity.Beta1 when group is IBetas betas:
                    betas.Betas = (value, betas.Betas.Item2);
                    break;
                case Quantity.Beta2 when group is IBetas betas:
                    betas.Betas = (betas.Betas.Item1, value);
                    break;
                case Quantity.WeightDecay when group is ParamGroup { Options: { } options } && WeightDecay.Has(options):
                    WeightDecay.Set(options, value);
                    break;
                default:
                    throw Unsupported(quantity, i);
            }
        }
    }

    /// <summary>Makes sure that a quantity can be set, before anything is.</summary>
    public void Check(Quantity quantity)
    {
        for (int i = 0; i < Count; i++)
        {
            bool isThere = quantity switch
            {
                Quantity.Momentum => this[i] is IMomentum or IBetas,
                Quantity.Beta1 or Quantity.Beta2 => this[i] is IBetas,
                Quantity.WeightDecay => this[i] is ParamGroup { Options: { } options } && WeightDecay.Has(options),
                _ => false,
            };
            if (!isThere)
                throw Unsupported(quantity, i);
        }
    }

    private double ScaleOf(int group) => group < _scales.Count ? _scales[group] : 1;

    private void Check(int group)
    {
        if (group < 0 || group >= Count)
            throw new ArgumentOutOfRangeException(nameof(group), group, $"The optimizer has {Count} parameter groups, numbered from 0.");
    }

    private InvalidOperationException Unsupported(Quantity quantity, int group) => new(
        $"The schedule has a {quantity}, but group {group} of {_optimizer.GetType().Name} has none to set. "
        + "Take a schedule without it, or an optimizer that has it" + quantity switch
        {
            Quantity.Momentum => ": SGD, RMSProp, or Adam and its relatives, whose first beta it is.",
            Quantity.Beta1 or Quantity.Beta2 => ": Adam and its relatives.",
            Quantity.WeightDecay => ".",
            _ => "; a batch size or other quantity is for the code that uses it: schedule.At(quantity, step).",
        });
}
