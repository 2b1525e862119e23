using LrGen.Generator.Curves;
using LrGen.Generator.Emission;
using LrGen.Generator.Schedules;

namespace LrGen.Generator.Metrics;

/// <summary>rate · factor where a metric is too little better than the one before.</summary>
internal sealed class NewBob : MetricFamily
{
    private const double Threshold = 0.0025;

    public override IReadOnlyList<StateProperty> State { get; } =
    [
        new("bool", "HasPrevious", "Gets or sets whether a finite metric has been reported."),
        new("double", "Previous", "Gets or sets the last finite metric; without meaning where there is none."),
        new("int", "BadReports", "Gets or sets how many bad reports have come since the last reduction."),
    ];

    public override MetricMachine Lower(ArgumentReader arguments, MetricStart start) => new Machine(
        start,
        arguments.Factor("factor"),
        arguments.Option<MetricMode>("Mode"),
        arguments.NotNegative("Threshold", Threshold),
        arguments.Count("patience", 0));

    private sealed record Machine(MetricStart Start, Scalar Factor, MetricMode Mode, Scalar Smallest, Scalar Patience)
        : MetricMachine(Start, Factor)
    {
        public override void WriteReport(MetricBody body)
        {
            string isBad = body.Name("isBad");
            string gain = Mode == MetricMode.Min ? "(Previous - metric)" : "(metric - Previous)";
            body.Line("bool " + isBad + " = !" + body.IsNumber + ";");
            using (body.Braces("if (" + body.IsNumber + ")"))
            {
                body.Line("if (HasPrevious)");
                body.Inside(isBad + " = (Previous == 0.0 ? 0.0 : " + gain + " / global::System.Math.Abs(Previous)) < " + body.Code(Smallest) + ";");
                body.Line("HasPrevious = true;");
                body.Line("Previous = metric;");
                body.Line("if (!" + isBad + ")");
                body.Inside(body.Result + " = " + MetricBody.Flag("Improved") + ";");
            }

            body.Line();
            body.Line("if (" + isBad + ")");
            body.IncrementInside("BadReports");
            using (body.Braces("if (BadReports > " + body.Count(Patience) + ")"))
            {
                body.Line("BadReports = 0;");
                body.WriteReduction(this);
            }
        }

        public override IEnumerable<(string Name, string Text)> Describe()
        {
            yield return ("times", Text.Of(Factor) + " after more than " + Text.Of(Patience) + " bad reports, in a row or not");
            yield return ("bad", "less than " + Text.Of(Smallest) + " · |previous| " + (Mode == MetricMode.Min ? "below" : "above")
                + " the previous, or no finite number");
        }
    }
}
