using LrGen.Generator.Curves;
using LrGen.Generator.Declarations;
using LrGen.Generator.Numerics;
using LrGen.Generator.Schedules;

namespace LrGen.Generator.UpdateRules;

/// <summary>
/// Hands the hyperparameters of an update rule to it: from the attribute, from run time, or from a schedule of that quantity on the same class.
/// </summary>
internal sealed class HyperparameterReader(ArgumentReader arguments, IReadOnlyCollection<Quantity> scheduled)
{
    private readonly List<Hyperparameter> _all = [];
    private readonly HashSet<Quantity> _schedulable = [];
    private readonly HashSet<Quantity> _used = [Quantity.LearningRate, Quantity.BatchSize, Quantity.Other];

    public IReadOnlyList<Hyperparameter> All => _all;

    /// <summary>What happens to gradients before the rule sees them.</summary>
    public GradientHandling Gradients { get; private set; } = GradientHandling.None;

    /// <summary>The quantities that are scheduled and that the rule has no use for.</summary>
    public IEnumerable<Quantity> Unused => scheduled.Where(q => !_used.Contains(q));

    /// <summary>The quantity of the rule that does for it what another does elsewhere: beta1 of Adam is its momentum; null where there is none.</summary>
    public Quantity? Instead(Quantity unused) => unused switch
    {
        Quantity.Momentum when _schedulable.Contains(Quantity.Beta1) => Quantity.Beta1,
        Quantity.Beta1 when _schedulable.Contains(Quantity.Momentum) => Quantity.Momentum,
        _ => null,
    };

    /// <summary>A momentum or beta: from 0 to below 1.</summary>
    public Hyperparameter Decay(string name, double byDefault, Quantity? quantity = null) =>
        Add(name, quantity, () => arguments.Number(name, byDefault, CheckKind.BelowOne, v => v is >= 0 and < 1, "from 0 to below 1"));

    /// <summary>A share that is neither nothing nor all.</summary>
    public Hyperparameter Between(string name, double byDefault) => Add(name, null, () =>
    {
        var share = arguments.Number(name, byDefault, CheckKind.BelowOne, v => v is > 0 and < 1, "above 0 and below 1");
        if (share.Constant is null)
            arguments.Check(share, CheckKind.Positive, name);
        return share;
    });

    /// <summary>A number that is 0 or above.</summary>
    public Hyperparameter NotNegative(string name, double byDefault, Quantity? quantity = null) =>
        Add(name, quantity, () => arguments.NotNegative(name, byDefault));

    /// <summary>A number above 0.</summary>
    public Hyperparameter Positive(string name, double byDefault) =>
        Add(name, null, () => arguments.Number(name, byDefault, CheckKind.Positive, v => v > 0, "above 0"));

    /// <summary>The weight decay, which groups can go without.</summary>
    public Hyperparameter WeightDecay(double byDefault) =>
        Add("WeightDecay", Quantity.WeightDecay, () => arguments.NotNegative("WeightDecay", byDefault), isPerGroup: true);

    /// <summary>What is added to a divisor.</summary>
    public Hyperparameter Epsilon(double byDefault) => NotNegative("Epsilon", byDefault, Quantity.Epsilon);

    /// <summary>A yes or no.</summary>
    public bool Flag(string name, bool byDefault = false) => arguments.IsGiven(name) ? arguments.Flag(name) : byDefault;

    /// <summary>An option that decides about the form of the update, so that it cannot wait for run time.</summary>
    public double Fixed(string name, double byDefault, Func<double, bool> isGood, string range) =>
        arguments.FixedRatio(name, isGood, range, Rational.FromDouble(byDefault)).ToDouble();

    public T Option<T>(string name, T byDefault = default)
        where T : struct, Enum => arguments.Option(name, byDefault);

    public bool IsGiven(string name) => arguments.IsGiven(name);

    public void Conflict(string name, string message) => arguments.Conflict(name, message);

    /// <summary>Reads what all rules have.</summary>
    /// <param name="clipNorm">The norm that the rule clips at by itself; 0 for none.</param>
    /// <param name="normMargin">What is added to a norm before it is compared.</param>
    public void ReadGradientHandling(double clipNorm = 0, double normMargin = GradientHandling.Margin)
    {
        Gradients = new GradientHandling(
            Clip("ClipNorm", clipNorm),
            normMargin,
            Clip("ClipValue", 0),
            (int)Fixed("AccumulationSteps", 1, v => v is >= 1 and <= 1_000_000 && Math.Floor(v).Equals(v), "a whole number from 1 to 1,000,000"),
            Flag("CheckGradients"));
    }

    private Scalar Clip(string name, double byDefault)
    {
        if (!arguments.IsGiven(name))
            return Rational.FromDouble(byDefault);
        // Where a rule clips by itself, 0 is how not to.
        return byDefault > 0 ? arguments.NotNegative(name, byDefault) : arguments.Number(name, byDefault, CheckKind.Positive, v => v > 0, "above 0");
    }

    private Hyperparameter Add(string name, Quantity? quantity, Func<Scalar> read, bool isPerGroup = false)
    {
        string local = char.ToLowerInvariant(name[0]) + name.Substring(1);
        Hyperparameter hyperparameter;
        if (quantity is { } kind)
            _schedulable.Add(kind);
        if (quantity is { } own && scheduled.Contains(own))
        {
            _used.Add(own);
            if (arguments.IsGiven(name))
                Conflict(name, "'" + name + "' is scheduled by an attribute of this class; leave it out here");
            hyperparameter = new Hyperparameter(local, null, own, isPerGroup);
        }
        else
        {
            hyperparameter = new Hyperparameter(local, read(), IsPerGroup: isPerGroup);
        }

        _all.Add(hyperparameter);
        return hyperparameter;
    }
}

/// <summary>What happens to gradients before a rule sees them.</summary>
/// <param name="ClipNorm">The norm that they are clipped at; 0 for none.</param>
/// <param name="NormMargin">What is added to the norm before it is compared.</param>
/// <param name="ClipValue">The magnitude that each is clipped at; 0 for none.</param>
/// <param name="AccumulationSteps">Over how many calls they are averaged.</param>
/// <param name="Check">Whether they have to be finite.</param>
internal sealed record GradientHandling(Scalar ClipNorm, double NormMargin, Scalar ClipValue, int AccumulationSteps, bool Check)
{
    /// <summary>What PyTorch's clip_grad_norm_ adds.</summary>
    public const double Margin = 1e-6;

    public static GradientHandling None { get; } = new(Scalar.Zero, Margin, Scalar.Zero, 1, false);
}
