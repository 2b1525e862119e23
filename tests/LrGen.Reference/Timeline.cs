namespace LrGen.Reference;

/// <summary>The phases of a schedule one after the other, without the warm-up.</summary>
internal sealed class Timeline
{
    private readonly List<Phase> _phases = [];
    private readonly List<Rational> _starts = [];

    /// <summary>Reads the schedule attributes in their order.</summary>
    public Timeline(IReadOnlyList<Attribute> attributes, IReadOnlyDictionary<string, double> runTimeValues, Func<string, Stage> resolve)
    {
        Rational? start = Rational.Zero;
        foreach (ScheduleAttribute attribute in attributes.OfType<ScheduleAttribute>())
        {
            Phase phase = Compositions.Read(attribute, new(attribute, attributes, runTimeValues), resolve) ?? Read(attribute, new(attribute, attributes, runTimeValues));
            _starts.Add(start ?? throw new ArgumentException("A phase without a length has to be the last."));
            _phases.Add(phase);
            start += phase.Length;
        }

        if (_phases.Count == 0)
            throw new ArgumentException("There is no schedule attribute.", nameof(attributes));
    }

    /// <summary>Gets the position of the last phase's end value; null where it has no finite length.</summary>
    public Rational? EndPosition => _starts[^1] + Last.EndPosition;

    /// <summary>Gets whether steps behind <see cref="EndPosition"/> have no value.</summary>
    public bool Throws => Last.AfterEnd == AfterEnd.Throw;

    /// <summary>Gets whether the schedule repeats or oscillates behind its end.</summary>
    public bool GoesOn => Last.AfterEnd is AfterEnd.Repeat or AfterEnd.Oscillate || _phases is [UsedPhase] && Last.EndPosition is null;

    /// <summary>Gets what the first phase starts with that has any length; where none has, what the last one would start with.</summary>
    public BigReal First => (_phases.Find(phase => phase.Length is not { Sign: 0 }) ?? Last).Beginning;

    private Phase Last => _phases[^1];

    /// <summary>Returns the value at a position of 0 or above; behind the end of a throwing schedule the end value.</summary>
    public BigReal At(Rational position)
    {
        int k = _starts.FindLastIndex(start => start <= position);
        Rational u = position - _starts[k];
        return k == _phases.Count - 1 ? Last.Continued(u) : _phases[k].Held(u);
    }

    /// <summary>Returns the positions at which the value may have a corner or a jump.</summary>
    public IEnumerable<Rational> Marks() => _phases.SelectMany((phase, k) => phase.Marks().Select(mark => _starts[k] + mark));

    private static Phase Read(ScheduleAttribute attribute, Arguments arguments)
    {
        switch (attribute)
        {
            case ConstantAttribute a:
                return new ConstantPhase(arguments.RequiredExact("rate", a.Rate), arguments.LengthOrNone("steps", a.Steps));
            case StepDecayAttribute a:
                return new GeometricPhase(a, arguments);
            case ExponentialDecayAttribute a:
                return new GeometricPhase(a, arguments);
            case LinearDecayAttribute a:
                return new LinearPhase(
                    arguments.RequiredExact("from", a.From),
                    arguments.RequiredExact("to", a.To),
                    arguments.RequiredLength("steps", a.Steps),
                    a.End,
                    a.AfterEnd);
            case PolynomialDecayAttribute { Cycling: true } a:
                return new CyclingPhase(a, arguments);
            case PolynomialDecayAttribute a:
                return new PolynomialPhase(a, arguments);
            case CosineDecayAttribute a:
                return new CosinePhase(a, arguments);
            case LinearCosineDecayAttribute a:
                return new LinearCosinePhase(a, arguments);
            case SwaAnnealAttribute a:
                return new SwaPhase(a, arguments);
            case TanhDecayAttribute a:
                return new TanhPhase(a, arguments);
            case SigmoidDecayAttribute a:
                return new SigmoidPhase(a, arguments);
            case NaturalExponentialDecayAttribute a:
                return new NaturalPhase(a, arguments);
            case EdenDecayAttribute a:
                return new EdenPhase(a, arguments);
            case MilestoneDecayAttribute a:
                return new LevelsPhase(a, arguments);
            case PiecewiseConstantAttribute a:
                return new LevelsPhase(a, arguments);
            case PiecewiseInterpolatedAttribute a:
                return new InterpolatedPhase(a);
            case InverseTimeDecayAttribute a:
                return new InverseTimePhase(a, arguments);
            case PowerDecayAttribute a:
                return new PowerPhase(a, arguments);
            case InverseSquareRootAttribute a:
                return new PowerPhase(a, arguments);
            case NoamAttribute a:
                return new NoamPhase(a, arguments);
            case CosineRestartsAttribute a:
                return new RestartsPhase(a, arguments);
            case OneCycleAttribute a:
                return new OneCyclePhase(a, arguments);
            case SlantedTriangularAttribute a:
                return new SlantedTriangularPhase(a, arguments);
            case FlatCosineAttribute a:
                return new FlatCosinePhase(a, arguments);
            case WarmupStableDecayAttribute a:
                return new TrapezoidPhase(a, arguments);
            case TriStageAttribute a:
                return new TriStagePhase(a, arguments);
            case RexDecayAttribute a:
                return new RexPhase(a, arguments);
            case RangeTestAttribute a:
                return new RangePhase(a, arguments);
            case ChebyshevDecayAttribute a:
                return new ChebyshevPhase(a, arguments);
            case CyclicAttribute a:
                return new CyclicPhase(a, arguments);
            default:
                throw new ArgumentException($"The reference does not know {attribute.GetType().Name}.");
        }
    }
}
