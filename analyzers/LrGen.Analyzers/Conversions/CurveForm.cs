using System.Numerics;
using LrGen.Analyzers.Conversions.Algebra;
using LrGen.Generator.Curves;
using LrGen.Generator.Curves.Shapes;
using LrGen.Generator.Numerics;

namespace LrGen.Analyzers.Conversions;

/// <summary>Turns the curve of a declaration into the normal form that hand-written code is turned into.</summary>
internal static class CurveForm
{
    private static readonly Expression s_half = Rational.Half;

    /// <summary>The form; null where a shape has none.</summary>
    public static RateForm? Of(Curve curve, BigInteger last)
    {
        if (!curve.IsConstant || curve.AfterEnd is not null || curve.HasFactors)
            return null;
        var stretches = new List<Stretch>();
        BigInteger start = 0;
        foreach (var segment in curve.Segments)
        {
            var end = segment.End?.Constant!.Value.Ceiling();
            if (end is { } next && next <= start)
                continue;
            var rate = Of(segment.Shape, Expression.Step - segment.Origin.Constant!.Value);
            if (rate.IsUnknown)
                return null;
            stretches.Add(new Stretch(start, rate));
            if (end is null)
                break;
            start = end.Value;
        }

        return RateForm.Of(stretches, last);
    }

    private static Expression Of(Shape shape, Expression u) => shape switch
    {
        HoldShape hold => Known(hold.Value),
        LineShape line => Ease(line, Covered(line.Progress, u)),
        PowerShape { OfRest: false } power => Ease(power, Covered(power.Progress, u).Raise(power.Power.Constant!.Value)),
        PowerShape power => Ease(power, Expression.One - (Expression.One - Covered(power.Progress, u)).Raise(power.Power.Constant!.Value)),
        HalfWaveShape wave => Ease(wave, s_half - s_half * Expression.Cosine(Expression.Pi * Covered(wave.Progress, u))),
        GeometricShape ratios => Known(ratios.Rate) * Expression.Exponential(ratios.Factor.Constant!.Value, Covered(ratios.Progress, u)),
        StaircaseShape stairs => Known(stairs.Rate) * Expression.Exponential(stairs.Factor.Constant!.Value, Expression.Floor(Covered(stairs.Progress, u))),
        ExponentShape power => Known(power.Rate) * Expression.Exponential(Rational.Zero, Known(power.Exponent) * Covered(power.Progress, u)),
        InversePowerShape inverse => Known(inverse.Rate)
            * (Expression.One + u * (Expression)(Rational.One / inverse.Timescale.Constant!.Value)).Raise(-inverse.Power.Constant!.Value),
        StepwiseShape stepwise => Of(stepwise.Inner, Expression.Floor(u * (Expression)(Rational.One / stepwise.Every.Constant!.Value))),
        FlooredShape floored => Expression.Extremum(FactorKind.Max, Of(floored.Inner, u), Known(floored.Floor)),
        _ => Expression.Unknown,
    };

    private static Expression Ease(EaseShape shape, Expression eased) => Known(shape.From) + (Known(shape.To) - Known(shape.From)) * eased;

    private static Expression Covered(Progress progress, Expression u) =>
        (u + Known(progress.Shift)) * (Expression)(Rational.One / progress.Length.Constant!.Value);

    private static Expression Known(Scalar scalar) => scalar.Constant!.Value;
}
