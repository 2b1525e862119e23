using LrGen.Generator.Curves;
using LrGen.Generator.Emission;
using LrGen.Generator.Numerics;
using LrGen.Generator.Schedules;

namespace LrGen.Generator.Metrics;

/// <summary>rate ÷ factor after a number of good reports in a row, rate · factor after as many bad ones.</summary>
internal sealed class Greedy : MetricFamily
{
    private const double Threshold = 1e-6;

    private const double SmallestChange = 1e-8;

    public override IReadOnlyList<StateProperty> State { get; } =
    [
        .. Improvement.State,
        new("int", "GoodReports", "Gets or sets how many good reports have come in a row."),
        new("int", "BadReports", "Gets or sets how many bad reports have come in a row."),
        new("int", "CooldownLeft", "Gets or sets how many reports the cooldown after a reduction still lasts."),
        new("int", "RaiseCooldownLeft", "Gets or sets how many reports the cooldown after a raise still lasts."),
        new("int", "DueAtFloor", "Gets or sets how many reductions have come due at the floor since the last raise."),
    ];

    public override string SizeOption => "Window";

    /// <summary>So many properties are still quick to write, to compile and to save.</summary>
    public override int MostSize => 256;

    public override IEnumerable<StateProperty> StateOf(int size) =>
    [
        new("int", "RecentReports", "Gets or sets how many metrics there are to average."),
        .. Enumerable.Range(1, size).Select(i => new StateProperty(
            "double", Recent(i), i == 1 ? "Gets or sets the last finite metric; 0 before there is one." : "Gets or sets the finite metric before that; 0 before there is one.")),
    ];

    private static string Recent(int index) => "Recent" + NumberText.Integer(index);

    public override MetricMachine Lower(ArgumentReader arguments, MetricStart start) => new Machine(
        start,
        arguments.Factor("factor"),
        arguments.NotNegative("Epsilon", SmallestChange),
        Improvement.Read(arguments, ThresholdMode.Absolute, Threshold),
        arguments.Count("patience", 10),
        arguments.Count("Cooldown", 0),
        arguments.Count("CooldownAfterRaise", 0),
        Ceiling(arguments, start),
        arguments.Count("ResetAfter", 500, mayBeZero: false),
        Size(arguments));

    /// <summary>The highest rate, or share.</summary>
    private static Scalar Ceiling(ArgumentReader arguments, MetricStart start)
    {
        var initial = start.Initial;
        if (!start.IsAlone && MetricLowering.IsRefused(arguments, "Ceiling", "give the share 'CeilingRatio'"))
            return initial;
        bool isRatio = arguments.IsGiven("CeilingRatio");
        string name = isRatio ? "CeilingRatio" : "Ceiling";
        if (!arguments.IsGiven(name))
            return Scalar.Max(Scalar.One, initial);
        if (isRatio && arguments.IsGiven("Ceiling"))
            arguments.Conflict(name, "'Ceiling' and 'CeilingRatio' both say the same; keep one");
        var given = arguments.Rate(name);
        var ceiling = isRatio ? given * initial : given;
        if (arguments.IsUnknown(name))
            return ceiling;
        if (ceiling.Constant is { } high && initial.Constant is { } rate)
        {
            if (high < rate)
            {
                arguments.Conflict(name, "The ceiling " + NumberText.Friendly(high) + " is below the rate " + NumberText.Friendly(rate)
                    + " that it is a ceiling of; give a higher one");
            }
        }
        else
        {
            arguments.Check(ceiling, CheckKind.AtLeast, name, initial);
        }

        return ceiling;
    }

    private sealed record Machine(
        MetricStart Start, Scalar Factor, Scalar Smallest, Improvement Improvement, Scalar Patience, Scalar Cooldown,
        Scalar CooldownAfterRaise, Scalar Ceiling, Scalar ResetAfter, int Window) : MetricMachine(Start, Factor)
    {
        public override Scalar Epsilon => Smallest;

        public override void WriteReport(MetricBody body)
        {
            var judged = Window == 1 ? body.Reported : WriteMean(body);
            WriteCooldown(body, "if", "CooldownLeft");
            WriteCooldown(body, "else if", "RaiseCooldownLeft");
            using (body.Braces("else"))
            {
                WriteJudgement(body, judged);
                body.Line();
                string patience = body.Count(Patience);
                using (body.Braces("if (GoodReports > " + patience + ")"))
                    WriteRaise(body);
                using (body.Braces("else if (BadReports > " + patience + ")"))
                {
                    body.Line("BadReports = 0;");
                    body.Line("CooldownLeft = " + body.Integer(Cooldown) + ";");
                    body.WriteReduction(this);
                    body.Line();
                    using (body.Braces("if (" + body.Current + " <= " + body.Code(Floor) + ")"))
                        WriteReset(body);
                }
            }
        }

        public override IEnumerable<(string Name, string Text)> Describe()
        {
            string reports = "after more than " + Text.Of(Patience) + " ";
            yield return ("times", Text.Of(Factor) + " " + reports + "bad reports in a row");
            yield return ("divided", "by it " + reports + "good reports in a row, up to " + Text.Of(Ceiling));
            yield return ("bad", "not " + Improvement.Describe() + ", or no finite number");
            if (Window > 1)
                yield return ("metric", "the mean of the last " + NumberText.Integer(Window));
            if (!Cooldown.IsZero || !CooldownAfterRaise.IsZero)
                yield return ("cooldown", Text.Of(Cooldown) + " reports, " + Text.Of(CooldownAfterRaise) + " after a raise, which are not looked at");
            if (!Floor.IsZero)
                yield return ("reset", "when " + Text.Of(ResetAfter) + " reductions have come due at the floor");
        }

        private static void WriteCooldown(MetricBody body, string keyword, string counter)
        {
            using (body.Braces(keyword + " (" + counter + " > 0)"))
            {
                body.Line(counter + "--;");
                body.Line("GoodReports = 0;");
                body.Line("BadReports = 0;");
                body.Add("CoolingDown");
            }
        }

        /// <summary>
        /// Moves the metrics on by one and averages them, oldest first: those that have not come yet are 0 and add nothing. Many large metrics
        /// can have a sum beyond double.
        /// </summary>
        private Judged WriteMean(MetricBody body)
        {
            const int OnOneLine = 8;
            var mean = new Judged(body.Name("mean"), body.Name("isMean"));
            body.Line("double " + mean.Value + " = 0.0;");
            body.Line("bool " + mean.IsNumber + " = false;");
            using (body.Braces("if (" + body.IsNumber + ")"))
            {
                for (int i = Window; i > 1; i--)
                    body.Line(Recent(i) + " = " + Recent(i - 1) + ";");
                body.Line(Recent(1) + " = metric;");
                body.Line("if (RecentReports < " + NumberText.Integer(Window) + ")");
                body.Inside("RecentReports++;");
                for (int i = Window; i > 0; i -= OnOneLine)
                {
                    var terms = Enumerable.Range(0, Math.Min(OnOneLine, i)).Select(k => Recent(i - k));
                    body.Line(mean.Value + (i == Window ? " = " : " = " + mean.Value + " + ") + string.Join(" + ", terms) + ";");
                }

                body.Line(mean.Value + " /= RecentReports;");
                body.Line(mean.IsNumber + " = !double.IsNaN(" + mean.Value + ") && !double.IsInfinity(" + mean.Value + ");");
            }

            body.Line();
            return mean;
        }

        private void WriteJudgement(MetricBody body, Judged judged)
        {
            using (body.Braces("if (" + Improvement.Condition(body, judged) + ")"))
            {
                Improvement.WriteKeep(body, judged);
                body.Line("BadReports = 0;");
                body.Increment("GoodReports");
            }

            using (body.Braces("else"))
            {
                body.Line("GoodReports = 0;");
                body.Increment("BadReports");
            }
        }

        private void WriteRaise(MetricBody body)
        {
            body.Line("GoodReports = 0;");
            body.Line("RaiseCooldownLeft = " + body.Integer(CooldownAfterRaise) + ";");
            body.Line("DueAtFloor = 0;");
            string raised = body.Name("raised");
            body.Line("double " + raised + " = global::System.Math.Min(" + body.Current + " / " + body.Operand(Factor) + ", " + body.Code(Ceiling) + ");");
            using (body.Braces("if (" + raised + " - " + body.Current + " > " + body.Code(Epsilon) + ")"))
                body.Change(raised, "Raised");
        }

        private void WriteReset(MetricBody body)
        {
            body.Increment("DueAtFloor");
            using (body.Braces("if (DueAtFloor >= " + body.Count(ResetAfter) + ")"))
            {
                body.Line("DueAtFloor = 0;");
                body.Line("HasBest = false;");
                body.Line("Best = 0.0;");
                if (Window > 1)
                {
                    body.Line("RecentReports = 0;");
                    for (int i = 1; i <= Window; i++)
                        body.Line(Recent(i) + " = 0.0;");
                }

                body.Restart(this);
                body.Add("Reset");
            }
        }
    }
}
