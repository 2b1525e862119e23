using System.Numerics;
using LrGen.Analyzers.Conversions.Algebra;
using LrGen.Generator.Curves;
using LrGen.Generator.Curves.Shapes;
using LrGen.Generator.Numerics;

namespace LrGen.Analyzers.Conversions;

/// <summary>A stretch of a curve: its formula until a step, or for ever.</summary>
/// <param name="End">The first step after it; null where it has no end.</param>
/// <param name="Rate">The formula.</param>
internal sealed record CurveStretch(Expression? End, Expression Rate);

/// <summary>Turns the curve of a declaration into the normal form that hand-written code is turned into.</summary>
/// <param name="valueOf">The value of a number of run time, by the name of its parameter.</param>
internal sealed class CurveForm(Func<string, Expression> valueOf)
{
    private static readonly Expression s_half = Rational.Half;

    /// <summary>The form of a curve whose numbers are known; null where a shape has none.</summary>
    /// <param name="curve">The curve.</param>
    /// <param name="last">The last step.</param>
    public static RateForm? Of(Curve curve, BigInteger last) => new CurveForm(_ => Expression.Unknown).Of(curve, last, null);

    /// <summary>The form of a curve; null where a shape has none, or an end is not known.</summary>
    /// <param name="curve">The curve.</param>
    /// <param name="last">The last step.</param>
    /// <param name="period">After how many steps the curve begins again, which is then asked for no more.</param>
    public RateForm? Of(Curve curve, BigInteger last, Rational? period)
    {
        if (StretchesOf(curve, period is { } known ? (Expression)known : null) is not { } parts)
            return null;
        var stretches = new List<Stretch>();
        BigInteger start = 0;
        foreach (var part in parts)
        {
            if (part.End is { Constant: null })
                return null;
            var end = part.End?.Constant!.Value.Ceiling();
            if (end is { } next && next <= start)
                continue;
            stretches.Add(new Stretch(start, part.Rate));
            if (end is null)
                break;
            start = end.Value;
        }

        return RateForm.Of(stretches, last);
    }

    /// <summary>The stretches in order of time; null where a shape has no form.</summary>
    public IReadOnlyList<CurveStretch>? StretchesOf(Curve curve, Expression? period)
    {
        int wave = curve.AfterEnd is { Kind: AfterEnd.Oscillate } rule && IsWave(curve, rule) ? curve.Opening + rule.FirstSegment : -1;
        bool repeats = curve.AfterEnd is { Kind: AfterEnd.Repeat } again && period is not null && Known(again.Start).Equals(Expression.Zero)
            && Known(again.Period).Equals(period);
        if (curve.HasFactors || curve.AfterEnd is not null && wave < 0 && !repeats)
            return null;
        var stretches = new List<CurveStretch>();
        for (int i = 0; i < curve.Segments.Count; i++)
        {
            var segment = curve.Segments[i];
            var rate = Of(segment.Shape, Expression.Step - Known(segment.Origin));
            var end = segment.End is null || i == wave ? null : Known(segment.End);
            if (rate.IsUnknown || end is { IsUnknown: true })
                return null;
            stretches.Add(new CurveStretch(end, rate));
            if (end is null)
                break;
        }

        return stretches;
    }

    /// <summary>Whether a curve that turns back at its end is a half wave, which does so by itself.</summary>
    private bool IsWave(Curve curve, EndRule rule) => curve.Segments[curve.Opening
        + rule.FirstSegment] is { Shape: HalfWaveShape { Progress: { Shift.IsZero: true } progress } } wave
        && Known(wave.Origin).Equals(Known(rule.Start)) && Known(progress.Length).Equals(Known(rule.EndTime));

    private Expression Of(Shape shape, Expression u) => shape switch
    {
        HoldShape hold => Known(hold.Value),
        LineShape line => Ease(line, Covered(line.Progress, u)),
        PowerShape { OfRest: false } power => Ease(power, Expression.Power(Covered(power.Progress, u), Known(power.Power))),
        PowerShape power => Ease(power, Expression.One - Expression.Power(Expression.One - Covered(power.Progress, u), Known(power.Power))),
        HalfWaveShape wave => Ease(wave, s_half - s_half * Expression.Cosine(Expression.Pi * Covered(wave.Progress, u))),
        GeometricShape ratios => Known(ratios.Rate) * Expression.Power(Known(ratios.Factor), Covered(ratios.Progress, u)),
        StaircaseShape stairs => Known(stairs.Rate) * Expression.Power(Known(stairs.Factor), Expression.Floor(Covered(stairs.Progress, u))),
        ExponentShape power => Known(power.Rate) * Expression.Exponential(Rational.Zero, Known(power.Exponent) * Covered(power.Progress, u)),
        InversePowerShape inverse => Known(inverse.Rate) * Expression.Power(Expression.One + u / Known(inverse.Timescale), -Known(inverse.Power)),
        StepwiseShape stepwise => Of(stepwise.Inner, Expression.Floor(u / Known(stepwise.Every))),
        FlooredShape floored => Expression.Extremum(FactorKind.Max, Of(floored.Inner, u), Known(floored.Floor)),
        _ => Expression.Unknown,
    };

    private Expression Ease(EaseShape shape, Expression eased) => Known(shape.From) + (Known(shape.To) - Known(shape.From)) * eased;

    private Expression Covered(Progress progress, Expression u) => (u + Known(progress.Shift)) / Known(progress.Length);

    /// <summary>The value of a number of a curve.</summary>
    public Expression Known(Scalar scalar) => scalar switch
    {
        ConstantScalar constant => constant.Value,
        ArgumentScalar argument => valueOf(argument.Name),
        BinaryScalar { Operation: '+' } sum => Known(sum.Left) + Known(sum.Right),
        BinaryScalar { Operation: '-' } difference => Known(difference.Left) - Known(difference.Right),
        BinaryScalar { Operation: '*' } product => Known(product.Left) * Known(product.Right),
        BinaryScalar { Operation: '/' } quotient => Known(quotient.Left) / Known(quotient.Right),
        BinaryScalar { Operation: 'm' } smaller => Expression.Extremum(FactorKind.Min, Known(smaller.Left), Known(smaller.Right)),
        BinaryScalar larger => Expression.Extremum(FactorKind.Max, Known(larger.Left), Known(larger.Right)),
        FloorScalar floor => Expression.Floor(Known(floor.Of)),
        SqrtScalar root => Known(root.Of).Raise(Rational.Half),
        ValueScalar value => Of(value.Shape, Known(value.LocalTime)),
        _ => Expression.Unknown,
    };
}
