using LrGen.Generator.Curves;
using LrGen.Generator.Emission;
using LrGen.Generator.Numerics;
using LrGen.Generator.Schedules;

namespace LrGen.Generator.Metrics;

/// <summary>rate · factor after a number of reports that are no better than the best.</summary>
internal sealed class ReduceOnPlateau : MetricFamily
{
    private const double Threshold = 1e-4;

    public override IReadOnlyList<StateProperty> State { get; } =
    [
        .. Improvement.State,
        new("int", "BadReports", "Gets or sets how many bad reports have come in a row."),
        new("int", "CooldownLeft", "Gets or sets how many reports the cooldown still lasts."),
    ];

    public override string SizeOption => "AccumulationSize";

    public override int MostSize => int.MaxValue - 1;

    public override IEnumerable<StateProperty> StateOf(int size) =>
    [
        new("int", "AccumulatedReports", "Gets or sets how many metrics have gone into the mean."),
        new("double", "AccumulatedMean", "Gets or sets the mean of these metrics."),
        new("bool", "AccumulatedNotFinite", "Gets or sets whether one of them was NaN or infinite, which makes the mean bad."),
    ];

    public override MetricMachine Lower(ArgumentReader arguments, MetricStart start)
    {
        var dialect = arguments.Option<PlateauDialect>("Dialect");
        var rule = arguments.Option("PatienceRule", dialect switch
        {
            PlateauDialect.Keras => PatienceRule.Reached,
            PlateauDialect.Optax => PatienceRule.Exactly,
            _ => PatienceRule.Exceeded,
        });
        var order = arguments.Option("CooldownOrder", dialect switch
        {
            PlateauDialect.Keras => CooldownOrder.BeforeMetric,
            PlateauDialect.Paddle => CooldownOrder.InsteadOfMetric,
            _ => CooldownOrder.AfterMetric,
        });
        double epsilon = dialect is PlateauDialect.PyTorch or PlateauDialect.Paddle ? 1e-8 : 0;
        return new Machine(
            start,
            arguments.Factor("factor"),
            arguments.NotNegative("Epsilon", epsilon),
            Improvement.ReadBoth(arguments, dialect == PlateauDialect.Keras ? ThresholdMode.Absolute : ThresholdMode.Relative, Threshold),
            rule,
            arguments.Count("patience", 10, mayBeZero: rule != PatienceRule.Exactly),
            order,
            arguments.Count("Cooldown", 0),
            Size(arguments));
    }

    private sealed record Machine(
        MetricStart Start, Scalar Factor, Scalar SmallestChange, Improvement Improvement, PatienceRule Rule, Scalar Patience,
        CooldownOrder Order, Scalar Cooldown, int AccumulationSize) : MetricMachine(Start, Factor)
    {
        public override Scalar Epsilon => SmallestChange;

        public override void WriteReport(MetricBody body)
        {
            if (AccumulationSize == 1)
            {
                WriteReport(body, body.Reported);
                return;
            }

            WriteAccumulation(body);
            using (body.Braces("if (AccumulatedReports < " + NumberText.Integer(AccumulationSize) + ")"))
                body.Add("Accumulating");
            using (body.Braces("else"))
            {
                var mean = new Judged(body.Name("mean"), body.Name("isMean"));
                body.Line("double " + mean.Value + " = AccumulatedMean;");
                body.Line("bool " + mean.IsNumber + " = !AccumulatedNotFinite;");
                body.Line("AccumulatedReports = 0;");
                body.Line("AccumulatedMean = 0.0;");
                body.Line("AccumulatedNotFinite = false;");
                WriteReport(body, mean);
            }
        }

        /// <summary>
        /// Takes the metric into the mean by Optax's formula. Large metrics can leave the range of double on the way; that is no mean, and what
        /// is kept stays a number.
        /// </summary>
        private static void WriteAccumulation(MetricBody body)
        {
            string sum = body.Name("sum");
            body.Line("double " + sum + " = AccumulatedReports * AccumulatedMean + metric;");
            body.Increment("AccumulatedReports");
            using (body.Braces("if (double.IsNaN(" + sum + ") || double.IsInfinity(" + sum + "))"))
                body.Line("AccumulatedNotFinite = true;");
            using (body.Braces("else"))
                body.Line("AccumulatedMean = " + sum + " / AccumulatedReports;");
            body.Line();
        }

        private void WriteReport(MetricBody body, Judged judged)
        {
            switch (Order)
            {
                case CooldownOrder.InsteadOfMetric:
                    using (body.Braces("if (CooldownLeft > 0)"))
                    {
                        body.Line("CooldownLeft--;");
                        body.Add("CoolingDown");
                    }

                    using (body.Braces("else"))
                    {
                        WriteJudgement(body, judged, "else");
                        body.Line();
                        WriteReduction(body);
                    }

                    break;
                case CooldownOrder.BeforeMetric:
                    using (body.Braces("if (CooldownLeft > 0)"))
                    {
                        body.Line("CooldownLeft--;");
                        body.Line("BadReports = 0;");
                    }

                    body.Line();
                    WriteJudgement(body, judged, "else if (CooldownLeft == 0)");
                    body.Line();
                    body.Line("if (CooldownLeft > 0)");
                    body.AddInside("CoolingDown");
                    body.Line();
                    WriteReduction(body);
                    break;
                default:
                    WriteJudgement(body, judged, "else");
                    body.Line();
                    using (body.Braces("if (CooldownLeft > 0)"))
                    {
                        body.Line("CooldownLeft--;");
                        body.Line("BadReports = 0;");
                        body.Add("CoolingDown");
                    }

                    body.Line();
                    WriteReduction(body);
                    break;
            }
        }

        public override IEnumerable<(string Name, string Text)> Describe()
        {
            string patience = Text.Of(Patience);
            yield return ("times", Text.Of(Factor) + " " + Rule switch
            {
                PatienceRule.Exceeded => "after more than " + patience + " bad reports in a row",
                _ => "after " + patience + " bad reports in a row",
            });
            yield return ("bad", "not " + Improvement.Describe() + ", or no finite number");
            if (AccumulationSize > 1)
                yield return ("metric", "the mean of " + NumberText.Friendly((double)AccumulationSize) + " reports, of which the last counts");
            if (!Cooldown.IsZero)
            {
                yield return ("cooldown", Text.Of(Cooldown) + " reports, " + Order switch
                {
                    CooldownOrder.BeforeMetric => "the last of which counts",
                    CooldownOrder.InsteadOfMetric => "which are not looked at",
                    _ => "which are not counted",
                });
            }
        }

        private void WriteJudgement(MetricBody body, Judged judged, string otherwise)
        {
            using (body.Braces("if (" + Improvement.Condition(body, judged) + ")"))
            {
                Improvement.WriteKeep(body, judged);
                body.Line("BadReports = 0;");
            }

            using (body.Braces(otherwise))
                body.Increment("BadReports");
        }

        private void WriteReduction(MetricBody body)
        {
            string patience = body.Count(Patience);
            string condition = Rule switch
            {
                PatienceRule.Exceeded => "BadReports > " + patience,
                PatienceRule.Exactly => "BadReports == " + patience,
                // A patience of 0 does not make good reports bad.
                _ when Patience.Constant is { IsZero: false } => "BadReports >= " + patience,
                _ => "BadReports > 0 && BadReports >= " + patience,
            };
            using (body.Braces("if (" + condition + ")"))
            {
                body.Line("BadReports = 0;");
                body.Line("CooldownLeft = " + body.Integer(Cooldown) + ";");
                body.WriteReduction(this);
            }
        }
    }
}

/// <summary>The runtime's <c>PlateauDialect</c> by value.</summary>
internal enum PlateauDialect
{
    PyTorch,
    Keras,
    Optax,
    Paddle,
}

/// <summary>The runtime's <c>PatienceRule</c> by value.</summary>
internal enum PatienceRule
{
    Exceeded,
    Reached,
    Exactly,
}

/// <summary>The runtime's <c>CooldownOrder</c> by value.</summary>
internal enum CooldownOrder
{
    AfterMetric,
    BeforeMetric,
    InsteadOfMetric,
}
