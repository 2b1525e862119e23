namespace LrGen.Reference;

/// <summary>Triangles for ever: low + (high − low)·h·a, h from 0 to 1 and back, a by the amplitude.</summary>
internal sealed class CyclicPhase(CyclicAttribute attribute, Arguments arguments) : Phase(null, null, AfterEnd.Hold)
{
    private static readonly BigReal _flat = BigReal.PowerOfTwo(-1000);

    private readonly Rational _low = arguments.RequiredExact("low", attribute.Low);
    private readonly Rational _high = arguments.RequiredExact("high", attribute.High);
    private readonly Rational _up = arguments.RequiredLength("stepsUp", attribute.StepsUp);

    private Rational Down { get; } = arguments.Optional("stepsDown", attribute.StepsDown) is var down && double.IsNaN(down)
        ? arguments.RequiredLength("stepsUp", attribute.StepsUp)
        : Rational.Simplest(down);

    /// <inheritdoc/>
    public override IEnumerable<Rational> Marks()
    {
        foreach (long cycle in (long[])[0, 1, 2, 3, 10, 54, 999, 1000, 1001, 1_000_000])
        {
            yield return cycle * (_up + Down);
            yield return cycle * (_up + Down) + _up;
        }
    }

    /// <inheritdoc/>
    protected override BigReal Curve(Rational u)
    {
        Rational cycle = new((u / (_up + Down)).Floor(), 1);
        Rational local = u.Mod(_up + Down);
        Rational height = local < _up ? local / _up : (_up + Down - local) / Down;
        BigReal sine = Exact.Sin(Exact.Pi * (height / 2));
        BigReal wave = attribute.Wave switch
        {
            CycleWave.Sine => sine,
            CycleWave.Cosine => sine * sine,
            _ => (BigReal)height,
        };
        BigReal amplitude = attribute.Amplitude switch
        {
            CycleAmplitude.Constant => (BigReal)Rational.One,
            CycleAmplitude.Halving => Exact.Pow(Rational.FromDouble(0.5), cycle),
            _ => Exact.Pow(Rational.FromDouble(attribute.Factor), u),
        };
        return amplitude < _flat ? (BigReal)_low : _low + (_high - _low) * wave * amplitude;
    }
}
