using LrGen.Generator.Curves;
using LrGen.Generator.Curves.Shapes;
using LrGen.Generator.Numerics;

namespace LrGen.Generator.Schedules;

/// <summary>The phases over and over.</summary>
internal sealed class Repeat : ScheduleModifier
{
    /// <summary>Up to so many stretches the runs are written one after the other.</summary>
    private const int MostStretches = 12;

    private const double MostTimes = 1 << 30;

    public override int Order => 0;

    public override Timeline Apply(ArgumentReader arguments, Timeline timeline)
    {
        if (timeline.Length is not { } length || timeline.AfterEnd is not null)
        {
            arguments.Conflict("times", timeline.AfterEnd is null
                ? "only a schedule with an end can be repeated; give its length"
                : "'AfterEnd' says already what happens after the end; remove it, or [Repeat]");
            return timeline;
        }

        bool isForever = !arguments.IsGiven("times");
        var times = isForever ? Rational.One : arguments.Fixed("times", t => t > 1 && t <= MostTimes && Math.Floor(t).Equals(t), "a whole number from 2 to 2^30", 2);
        if (length.Constant is { IsInteger: false } && (isForever || times * timeline.Segments.Count > MostStretches))
        {
            arguments.Conflict("times", "a schedule that is repeated so often has to have a whole number of steps; it has " + NumberText.Friendly(length.Constant.Value));
            return timeline;
        }

        if (isForever)
            return timeline with { Length = null, AfterEnd = new EndRule(AfterEnd.Repeat, Scalar.Zero, length, length, 0), Opening = 0 };

        Scalar whole = length * (Scalar)times;
        var last = new Segment(null, whole, new HoldShape(Timeline.ValueAt(timeline, length)));
        var once = timeline.Until(length, [], length);
        var flat = once.Segments;
        if (times * flat.Count > MostStretches)
        {
            IReadOnlyList<Segment> local = [.. flat.Take(flat.Count - 1), flat[flat.Count - 1] with { End = null }];
            return new Timeline([new Segment(whole, Scalar.Zero, new FoldedShape(local, AfterEnd.Repeat, length, length)), last], whole, null);
        }

        var segments = new List<Segment>();
        for (int i = 0; i < (int)times.Numerator; i++)
        {
            Scalar start = length * (Scalar)(Rational)i;
            segments.AddRange(flat.Select(s => new Segment(start + s.End!, start + s.Origin, s.Shape)));
        }

        return new Timeline([.. segments, last], whole, null) { Beginnings = once.Beginnings };
    }
}
