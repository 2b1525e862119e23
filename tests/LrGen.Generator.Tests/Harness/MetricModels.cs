namespace LrGen.Generator.Tests.Harness;

/// <summary>
/// The schedulers of the systems as the systems describe them, apart from the generated code: one class each, infinities and all.
/// Where LrGen means something else, the line says so.
/// </summary>
public abstract class MetricModel
{
    /// <summary>The learning rate after the last report.</summary>
    public double Rate { get; protected set; }

    /// <summary>Whether the last metric was better.</summary>
    public bool Improved { get; protected set; }

    /// <summary>Whether one more reduction would do nothing.</summary>
    public abstract bool AtFloor { get; }

    public abstract void Step(double metric);
}

/// <summary>The options that the plateau schedulers share.</summary>
public sealed record PlateauOptions(
    double Rate, double Factor, int Patience, bool IsMax, double Threshold, bool IsAbsolute, int Cooldown, double Floor, double Epsilon,
    double Absolute = 0)
{
    public double Worst => IsMax ? double.NegativeInfinity : double.PositiveInfinity;

    public bool IsBetter(double metric, double best)
    {
        // The systems take −∞ for a very good loss; LrGen takes every infinity for a training that went wrong.
        if (double.IsInfinity(metric) || double.IsNaN(metric))
            return false;
        if (IsAbsolute)
            return IsMax ? metric > best + Threshold : metric < best - Threshold;
        // PyTorch has no second case: a metric below 0 that stands still is better for ever there.
        double up = best >= 0 ? 1 + Threshold : 1 - Threshold, down = best >= 0 ? 1 - Threshold : 1 + Threshold;
        return IsMax ? metric > best * up + Absolute : metric < best * down - Absolute;
    }
}

/// <summary>PyTorch's <c>ReduceLROnPlateau</c>.</summary>
public sealed class TorchModel : MetricModel
{
    private readonly PlateauOptions _options;
    private double _best;
    private int _badEpochs;
    private int _cooldownCounter;

    public TorchModel(PlateauOptions options)
    {
        _options = options;
        Rate = options.Rate;
        _best = options.Worst;
    }

    public override bool AtFloor => Rate - Math.Max(Rate * _options.Factor, _options.Floor) <= _options.Epsilon;

    public override void Step(double metric)
    {
        Improved = _options.IsBetter(metric, _best);
        if (Improved)
            (_best, _badEpochs) = (metric, 0);
        else
            _badEpochs++;
        if (_cooldownCounter > 0)
        {
            _cooldownCounter--;
            _badEpochs = 0;
        }

        if (_badEpochs > _options.Patience)
        {
            double reduced = Math.Max(Rate * _options.Factor, _options.Floor);
            if (Rate - reduced > _options.Epsilon)
                Rate = reduced;
            _cooldownCounter = _options.Cooldown;
            _badEpochs = 0;
        }
    }
}

/// <summary>The callback <c>ReduceLROnPlateau</c> of Keras.</summary>
public sealed class KerasModel : MetricModel
{
    private readonly PlateauOptions _options;
    private double _best;
    private int _wait;
    private int _cooldownCounter;

    public KerasModel(PlateauOptions options)
    {
        _options = options;
        Rate = options.Rate;
        _best = options.Worst;
    }

    public override bool AtFloor => Math.Max(Rate * _options.Factor, _options.Floor) >= Rate;

    public override void Step(double metric)
    {
        if (_cooldownCounter > 0)
        {
            _cooldownCounter--;
            _wait = 0;
        }

        Improved = _options.IsBetter(metric, _best);
        if (Improved)
        {
            _best = metric;
            _wait = 0;
        }
        else if (_cooldownCounter <= 0)
        {
            _wait++;
            if (_wait >= _options.Patience && Rate > _options.Floor)
            {
                Rate = Math.Max(Rate * _options.Factor, _options.Floor);
                _cooldownCounter = _options.Cooldown;
                _wait = 0;
            }
        }
    }
}

/// <summary>Optax's <c>reduce_on_plateau</c>, which scales the updates of a constant rate.</summary>
public sealed class OptaxModel : MetricModel
{
    private readonly PlateauOptions _options;
    private double _scale = 1;
    private double _best;
    private int _plateauCount;
    private int _cooldownCount;

    public OptaxModel(PlateauOptions options)
    {
        _options = options;
        Rate = options.Rate;
        _best = options.Worst;
    }

    public override bool AtFloor => Math.Max(_scale * _options.Factor, _options.Floor) >= _scale;

    public override void Step(double metric)
    {
        Improved = _options.IsBetter(metric, _best);
        _best = Improved ? metric : _best;
        int count = Improved ? 0 : _plateauCount + 1;
        if (_cooldownCount > 0)
        {
            _plateauCount = 0;
            _cooldownCount--;
        }
        else
        {
            bool isDue = count == _options.Patience;
            _plateauCount = isDue ? 0 : count;
            _scale = Math.Max(isDue ? _scale * _options.Factor : _scale, _options.Floor);
            _cooldownCount = isDue ? _options.Cooldown : 0;
        }

        Rate = _options.Rate * _scale;
    }
}

/// <summary>Optax's <c>accumulation_size</c>: so many metrics are averaged, and the scheduler sees the mean.</summary>
public sealed class AccumulatingModel : MetricModel
{
    private readonly MetricModel _inner;
    private readonly int _size;
    private int _count;
    private double _average;

    public AccumulatingModel(MetricModel inner, int size)
    {
        (_inner, _size) = (inner, size);
        Rate = inner.Rate;
    }

    public override bool AtFloor => _inner.AtFloor;

    /// <summary>Whether the last metric only went into the mean.</summary>
    public bool IsAccumulating => _count > 0;

    public override void Step(double metric)
    {
        Improved = false;
        _average = (_count * _average + metric) / (_count + 1);
        if (++_count < _size)
            return;
        _inner.Step(_average);
        (_count, _average, Rate, Improved) = (0, 0, _inner.Rate, _inner.Improved);
    }
}

/// <summary>Paddle's <c>ReduceOnPlateau</c>.</summary>
public sealed class PaddleModel : MetricModel
{
    private readonly PlateauOptions _options;
    private double? _best;
    private int _badEpochs;
    private int _cooldownCounter;

    public PaddleModel(PlateauOptions options)
    {
        _options = options;
        Rate = options.Rate;
    }

    public override bool AtFloor => Rate - Math.Max(Rate * _options.Factor, _options.Floor) <= _options.Epsilon;

    public override void Step(double metric)
    {
        Improved = false;
        if (_cooldownCounter > 0)
        {
            _cooldownCounter--;
            return;
        }

        // Paddle keeps a first NaN as the best, which nothing is better than; LrGen never keeps one.
        Improved = _best is { } best ? _options.IsBetter(metric, best) : double.IsFinite(metric);
        if (Improved)
            (_best, _badEpochs) = (metric, 0);
        else
            _badEpochs++;
        if (_badEpochs > _options.Patience)
        {
            _cooldownCounter = _options.Cooldown;
            _badEpochs = 0;
            double reduced = Math.Max(Rate * _options.Factor, _options.Floor);
            if (Rate - reduced > _options.Epsilon)
                Rate = reduced;
        }
    }
}

/// <summary>Hugging Face's <c>GreedyLR</c> with one parameter group; its window is 1 without <c>smooth</c>.</summary>
public sealed class GreedyModel : MetricModel
{
    private readonly PlateauOptions _options;
    private readonly int _warmup;
    private readonly double _ceiling;
    private readonly int _resetStart;
    private readonly int _window;
    private readonly List<double> _values = [];
    private double _best;
    private int _bad;
    private int _good;
    private int _cooldownCounter;
    private int _warmupCounter;
    private int _resetLeft;

    public GreedyModel(PlateauOptions options, int warmup, double ceiling, int resetStart, int window = 1)
    {
        (_options, _window) = (options, window);
        (_warmup, _ceiling, _resetStart, _resetLeft) = (warmup, ceiling, resetStart, resetStart);
        Rate = options.Rate;
        _best = options.Worst;
    }

    public override bool AtFloor => Rate - Math.Max(Rate * _options.Factor, _options.Floor) <= _options.Epsilon;

    /// <summary>Whether the last report started all again.</summary>
    public bool WasReset { get; private set; }

    public override void Step(double metric)
    {
        Improved = WasReset = false;
        metric = Smoothed(metric);
        if (_cooldownCounter > 0)
        {
            _cooldownCounter--;
            _good = _bad = 0;
            return;
        }

        if (_warmupCounter > 0)
        {
            _warmupCounter--;
            _good = _bad = 0;
            return;
        }

        Improved = _options.IsBetter(metric, _best);
        if (Improved)
            (_best, _bad, _good) = (metric, 0, _good + 1);
        else
            (_bad, _good) = (_bad + 1, 0);
        if (_good > _options.Patience)
        {
            double raised = Math.Min(Rate / _options.Factor, _ceiling);
            if (raised - Rate > _options.Epsilon)
                Rate = raised;
            _resetLeft = _resetStart;
            _warmupCounter = _warmup;
            _good = 0;
        }
        else if (_bad > _options.Patience)
        {
            Reduce();
            _cooldownCounter = _options.Cooldown;
            _bad = 0;
        }
    }

    /// <summary>
    /// Hugging Face takes NaN and infinities into the window, where NaN stays for ever; LrGen leaves them out, and the report is bad. Its running
    /// sum has the rounding errors of all that went through it; LrGen adds the window anew.
    /// </summary>
    private double Smoothed(double metric)
    {
        if (!double.IsFinite(metric))
            return metric;
        _values.Add(metric);
        if (_values.Count > _window)
            _values.RemoveAt(0);
        // Enumerable.Sum adds in another order where the hardware has vectors.
        double sum = 0;
        foreach (double value in _values)
            sum += value;
        return sum / _values.Count;
    }

    private void Reduce()
    {
        double reduced = Math.Max(Rate * _options.Factor, _options.Floor);
        if (Rate - reduced > _options.Epsilon)
            Rate = reduced;
        if (Rate > _options.Floor || --_resetLeft > 0)
            return;
        Rate = _options.Rate;
        _best = _options.Worst;
        _good = _bad = _warmupCounter = 0;
        _values.Clear();
        _resetLeft = _resetStart;
        WasReset = true;
    }
}

/// <summary>SpeechBrain's <c>NewBobScheduler</c>, with a mode and a floor.</summary>
public sealed class NewBobModel : MetricModel
{
    private readonly PlateauOptions _options;
    private readonly List<double> _metrics = [];
    private int _patient;

    public NewBobModel(PlateauOptions options)
    {
        _options = options;
        Rate = options.Rate;
        _patient = options.Patience;
    }

    public override bool AtFloor => Math.Max(Rate * _options.Factor, _options.Floor) >= Rate;

    public override void Step(double metric)
    {
        // SpeechBrain keeps NaN, and with it nothing is ever too little; LrGen compares with the last number.
        bool isEnough = double.IsFinite(metric);
        if (isEnough && _metrics.Count > 0)
        {
            double previous = _metrics[^1];
            double difference = _options.IsMax ? metric - previous : previous - metric;
            // SpeechBrain divides by the metric with its sign.
            isEnough = !((previous == 0 ? 0 : difference / Math.Abs(previous)) < _options.Threshold);
        }

        if (!isEnough)
        {
            if (_patient == 0)
            {
                Rate = Math.Max(Rate * _options.Factor, _options.Floor);
                _patient = _options.Patience;
            }
            else
            {
                _patient--;
            }
        }

        Improved = isEnough;
        if (double.IsFinite(metric))
            _metrics.Add(metric);
    }
}
