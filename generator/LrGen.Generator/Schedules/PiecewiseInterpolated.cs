using LrGen.Generator.Curves;
using LrGen.Generator.Curves.Shapes;
using LrGen.Generator.Numerics;

namespace LrGen.Generator.Schedules;

/// <summary>A line or half wave from rates[i − 1] to rates[i], which boundaries[i − 1] has.</summary>
internal sealed class PiecewiseInterpolated : ScheduleFamily
{
    /// <summary>Up to this many are a stretch of code each; more are tables.</summary>
    private const int MostStretches = 128;

    public override Phase Lower(ArgumentReader arguments)
    {
        var boundaries = arguments.Milestones("boundaries");
        var rates = arguments.Rates("rates", "boundaries");
        var interpolation = arguments.Option<Interpolation>("Interpolation");
        if (boundaries.Count == 0 && !arguments.IsUnknown("boundaries"))
            arguments.Conflict("boundaries", "there is nothing to interpolate between; give a boundary, or use [Constant]");
        if (rates.Count == 0 || boundaries.Count == 0)
            return new Phase { Shape = new HoldShape(Scalar.One), Length = Scalar.One };

        if (boundaries.Count > MostStretches)
        {
            Rational[] times = [Rational.Zero, .. boundaries];
            return new Phase
            {
                Shape = new PointsShape(times, [.. rates.Select(r => r.Constant!.Value)], Scalar.One, interpolation == Interpolation.Cosine),
                Length = boundaries[boundaries.Count - 1],
                EndValue = rates[rates.Count - 1],
                AfterEnd = arguments.AfterEnd(boundaries[boundaries.Count - 1], boundaries[boundaries.Count - 1]),
            };
        }

        var segments = new List<Segment>();
        Scalar start = Scalar.Zero;
        for (int i = 0; i < boundaries.Count; i++)
        {
            Scalar end = boundaries[i];
            segments.Add(new Segment(end, start, interpolation.Between(rates[i], rates[i + 1], end - start)));
            start = end;
        }

        return Phase.Of(segments, rates[rates.Count - 1]) with { AfterEnd = arguments.AfterEnd(start, start) };
    }
}
