using System;
using System.Collections.Generic;
using System.Globalization;

namespace LrGen;

/// <summary>What the loss of a run says about its learning rate, with the numbers that led to it.</summary>
/// <remarks>
/// <para>
/// The loss is smoothed by means over at most 20 windows; its fall is that from the start (the median of the first records) to the lowest
/// window. The first that holds is the verdict:
/// </para>
/// <list type="number">
/// <item><description>too few records: fewer than 20. Five windows of four are the least that show a shape.</description></item>
/// <item><description>
/// diverged: the last loss is NaN or infinite; or the last windows lie above 1.5 times the start; or more than half of the fall is lost
/// again, which noise does not do.
/// </description></item>
/// <item><description>
/// oscillating: windows rise over the ones before by more than a quarter of the fall in all, beyond what the noise of the batches explains
/// (the networks of the Digits sample: 0 at a rate well chosen, 0.3 to 2 at one that ruins them); or in the second half more than 0.3 % of
/// the records lie above the start, where the fall is 3.5 standard deviations of their noise or more and normal noise has 0.02 %, or more
/// than 4 % where it is 2 to 3.5 and normal noise has at most 2.3 %; or the loss alternates from record to record, significantly more often than the two
/// thirds of noise, by a tenth of its level; or it rises over the last 40 % of the run, by more than 10 %, 3 standard errors and a
/// twentieth of its fall.
/// </description></item>
/// <item><description>
/// barely falling: less than 5 % of the start was gained; or slow, still falling, in the same class: half of the fall took more than 12 % of the run, weighted by the rates, and the
/// loss still falls by more than 10 % and 3 standard errors over the last 40 %. A curve that suits its run has its steep part at the beginning; at a constant
/// slope half of the fall takes half of the run. (Digits: 2 % at a rate well chosen, 15 to 23 % at one a hundred times lower.)
/// Where more than 0.1 % of the records after the first tenth are 25 % above the start, it is slow because the rate was too high at first:
/// oscillating. (Digits: a cosine from a rate too high on, without warm-up.)
/// </description></item>
/// <item><description>
/// plateau: over the last 40 % of the run the loss fell by less than 1 %, or by no more than three standard errors where they are up to 10 %,
/// and the rate there is on average above half of its peak. Flat at the end of a decay is how a run should end.
/// </description></item>
/// <item><description>healthy: none of these.</description></item>
/// </list>
/// <para>It is a judgement of the training loss alone: it does not see overfitting, and it does not know what loss could be reached.</para>
/// </remarks>
/// <example>
/// <code>
/// LossVerdict verdict = LossVerdict.Of(TrainingLogReader.Read("run.jsonl").Records);
/// if (verdict.Kind is LossVerdictKind.Diverged) Console.WriteLine(verdict.Text);
/// </code>
/// </example>
public sealed class LossVerdict
{
    private const int FewestRecords = 20;
    private const double HighestStart = 1.5;
    private const double LostShare = 0.5;
    private const double RiseShareLimit = 0.25;
    private const double FewAboveStart = 0.003;
    private const double FarAboveNoise = 3.5;
    private const double SomeAboveStart = 0.04;
    private const double AboveNoise = 2;
    private const double SignChangesLimit = 0.85;
    private const double NoiseSignChanges = 2.0 / 3;
    private const double AlternationAmplitude = 0.1;
    private const double HardlyGained = 0.05;
    private const double HalfFallLimit = 0.12;
    private const double StillFalling = 0.1;
    private const double FirstTenth = 0.1;
    private const double SpikeHeight = 0.25;
    private const double FewSpikes = 0.001;
    private const double LatePart = 0.4;
    private const double PlateauFall = 0.01;
    private const double PlateauNoise = 0.1;
    private const double LateRise = 0.1;
    private const double StandardErrors = 3;
    private const double HighRateShare = 0.5;

    private LossVerdict(LossVerdictKind kind, string text, LossCurve? curve, double riseShare, double halfFall, double lateFall)
    {
        Kind = kind;
        Text = text;
        FirstLoss = curve?.First ?? double.NaN;
        BestLoss = curve?.Best ?? double.NaN;
        LastLoss = curve?.Last ?? double.NaN;
        RiseShare = riseShare;
        HalfFallShare = halfFall;
        LateFall = lateFall;
    }

    /// <summary>Gets the verdict.</summary>
    public LossVerdictKind Kind { get; }

    /// <summary>Gets the verdict in words, with the numbers that led to it.</summary>
    public string Text { get; }

    /// <summary>Gets the loss at the start, the median of the first records; NaN with too few records.</summary>
    public double FirstLoss { get; }

    /// <summary>Gets the lowest mean of a window; NaN with too few records.</summary>
    public double BestLoss { get; }

    /// <summary>Gets the mean of the last window; NaN with too few records.</summary>
    public double LastLoss { get; }

    /// <summary>Gets by how much the windows rose in all, beyond noise, as a share of the fall; NaN with too few records.</summary>
    public double RiseShare { get; }

    /// <summary>Gets the share of the run, weighted by the rates, that half of the fall took; NaN with too few records.</summary>
    public double HalfFallShare { get; }

    /// <summary>Gets by what share of its level the loss fell over the last 40 % of the run; NaN with too few records.</summary>
    public double LateFall { get; }

    /// <summary>Gets the verdict in a word or a few, as tables have it.</summary>
    internal string Word => Kind switch
    {
        LossVerdictKind.TooFewRecords => "too few records",
        LossVerdictKind.Diverged => "diverged",
        LossVerdictKind.Oscillating => "oscillating",
        // What has fallen by most of its start does not barely fall.
        LossVerdictKind.BarelyFalling => Gained(FirstLoss, LastLoss) < HardlyGained ? "barely falling" : "slow, still falling",
        LossVerdictKind.Plateau => "plateau",
        _ => "healthy",
    };

    /// <summary>Judges a run.</summary>
    /// <param name="records">Its records, in the order of their steps.</param>
    /// <returns>The verdict.</returns>
    public static LossVerdict Of(IReadOnlyList<TrainingRecord> records)
    {
        ArgumentNullException.ThrowIfNull(records);
        int notFinite = 0;
        foreach (var record in records)
            notFinite += double.IsFinite(record.Loss) ? 0 : 1;

        if (records is [.., var last] && !double.IsFinite(last.Loss))
            return NoNumber(records, last, records.Count - notFinite);
        if (records.Count - notFinite < FewestRecords)
        {
            return new(LossVerdictKind.TooFewRecords, string.Create(CultureInfo.InvariantCulture,
                $"Too few records: {records.Count - notFinite} with a loss, {FewestRecords} are needed."), null, double.NaN, double.NaN, double.NaN);
        }

        var curve = new LossCurve(records);
        // A run that has not fallen is measured by a share of its start, so that nothing is divided by 0.
        double fall = Math.Max(Math.Max(curve.First - curve.Best, HardlyGained * Math.Abs(curve.First)), double.Epsilon);
        double rises = curve.Rises(), half = curve.ShareOfHalfFall();
        double lateFall = curve.FallOverLast(LatePart).Fall;
        var (kind, text) = Judge(curve, fall, rises, half);
        if (notFinite > 0)
            text += notFinite == 1 ? " One record on the way had no finite loss." : Say($" {notFinite} records on the way had no finite loss.");
        return new(kind, text, curve, rises / fall, half, lateFall);
    }

    /// <summary>Returns <see cref="Text"/>.</summary>
    /// <returns>The verdict in words.</returns>
    public override string ToString() => Text;

    private static (LossVerdictKind Kind, string Text) Judge(LossCurve curve, double fall, double rises, double half)
    {
        var (lateFall, lateError, lateLevel) = curve.FallOverLast(LatePart);
        // The lower of the last two windows, so that a single spike at the end is no divergence.
        double end = Math.Min(curve.Last, curve.Levels[^2]);
        if (end > curve.First + ((HighestStart - 1) * Math.Abs(curve.First)))
        {
            return (LossVerdictKind.Diverged, Say(
                $"Diverged: the loss ends at {curve.Last:G4}, above {HighestStart} times its start of {curve.First:G4}. The rate is too high."));
        }

        double lost = (end - curve.Best) / fall;
        if (lost > LostShare && rises > 0)
        {
            return (LossVerdictKind.Diverged, Say(
                $"Diverged: the loss fell from {curve.First:G4} to {curve.Best:G4} and rose again to {curve.Last:G4}, ")
                + Say($"{lost:P0} of its fall; above {LostShare:P0} the rate is too high."));
        }

        if (rises / fall > RiseShareLimit)
        {
            return (LossVerdictKind.Oscillating, Say(
                $"Oscillating, the rate looks too high: windows of {curve.WindowRecords} records rose by {rises:G3} in all, beyond noise; that is ")
                + Say($"{rises / fall:P0} of the fall from {curve.First:G4} to {curve.Best:G4}, and up to {RiseShareLimit:P0} is usual."));
        }

        var (above, deviations) = curve.AboveStart();
        double limit = deviations >= FarAboveNoise ? FewAboveStart : deviations >= AboveNoise ? SomeAboveStart : 1;
        if (above > limit)
        {
            return (LossVerdictKind.Oscillating, Say(
                $"Oscillating, the rate looks too high: the loss fell from {curve.First:G4} to {curve.Best:G4}, {deviations:G2} standard deviations of its ")
                + Say($"noise, but {above:P1} of the records in the second half are above the start again; up to {limit:P1} is usual."));
        }

        var (changes, amplitude, count) = curve.Alternation();
        // Turning points of independent noise have the variance 16n/90; three standard deviations above the mean.
        double significant = NoiseSignChanges + (3 * Math.Sqrt(16.0 / 90 / count));
        if (changes > Math.Max(SignChangesLimit, significant) && amplitude > AlternationAmplitude)
        {
            return (LossVerdictKind.Oscillating, Say(
                $"Oscillating, the rate looks too high: in the second half {changes:P0} of the records turn up or down, where noise does so in ")
                + Say($"{NoiseSignChanges:P0}, and by {amplitude:P0} of the loss each time."));
        }

        if (-lateFall > Math.Max(LateRise, StandardErrors * lateError) && -lateFall * lateLevel > HardlyGained * fall)
        {
            return (LossVerdictKind.Oscillating, Say(
                $"Oscillating, the rate looks too high: the loss fell from {curve.First:G4} to {curve.Best:G4}, and over the last {LatePart:P0} of the run ")
                + Say($"it rises, by {-lateFall:P0} (± {StandardErrors * lateError:P0}); it stands at {curve.Last:G4}."));
        }

        double gained = Gained(curve.First, curve.Last);
        if (gained < HardlyGained)
        {
            return (LossVerdictKind.BarelyFalling, Say(
                $"Barely falling: from {curve.First:G4} to {curve.Last:G4}, by {gained:P1} of the start, where {HardlyGained:P0} is little. ")
                + "The rate is too low, or so high that the network stopped learning at once.");
        }

        if (half > HalfFallLimit && lateFall > Math.Max(StillFalling, StandardErrors * lateError))
        {
            double spikes = curve.SpikesAfter(FirstTenth, SpikeHeight);
            if (spikes > FewSpikes)
            {
                return (LossVerdictKind.Oscillating, Say(
                    $"Oscillating, the rate looks too high at first: {spikes:P1} of the records after the first tenth are more than {SpikeHeight:P0} above ")
                    + Say($"the start of {curve.First:G4}, and half of the fall took {half:P0} of the run; up to ")
                    + Say($"{FewSpikes:P1} and {HalfFallLimit:P0} are usual."));
            }

            return (LossVerdictKind.BarelyFalling, Say(
                $"Slow, still falling: the loss fell by {gained:P0}, from {curve.First:G4} to {curve.Last:G4}, but half of its fall took {half:P0} of the run, ")
                + Say($"where up to {HalfFallLimit:P0} is usual, and over the last {LatePart:P0} it still falls by {lateFall:P0}. ")
                + "The rate looks too low, or the run too short.");
        }

        double rateShare = curve.LateRateShare(LatePart);
        if (rateShare > HighRateShare && lateFall < Math.Max(PlateauFall, Math.Min(PlateauNoise, StandardErrors * lateError)))
        {
            return (LossVerdictKind.Plateau, Say(
                $"Plateau: over the last {LatePart:P0} of the run the loss changed by {-lateFall:+0.0 %;−0.0 %;0.0 %} (± {StandardErrors * lateError:P1}) ")
                + Say($"and stands at {curve.Last:G4}, while the rate is at {rateShare:P0} of its peak. A lower rate may bring more."));
        }

        return (LossVerdictKind.Healthy, Say(
            $"Healthy: the loss fell from {curve.First:G4} to {curve.Last:G4}, half of it within {half:P1} of the run; it rose by ")
            + Say($"{rises / fall:P0} of the fall in between, and changed by {-lateFall:+0 %;−0 %;0 %} over the last {LatePart:P0}."));
    }

    /// <summary>By which share of its start a loss has fallen.</summary>
    private static double Gained(double first, double last) => (first - last) / Math.Max(Math.Abs(first), double.Epsilon);

    private static LossVerdict NoNumber(IReadOnlyList<TrainingRecord> records, TrainingRecord last, int finite)
    {
        int first = records.Count - 1;
        while (first > 0 && !double.IsFinite(records[first - 1].Loss))
            first--;
        double best = double.PositiveInfinity;
        foreach (var record in records)
            best = record.Loss < best && double.IsFinite(record.Loss) ? record.Loss : best;

        string before = finite > 0 ? Say($"; the lowest loss before was {best:G4}") : "";
        string text = Say($"Diverged: the loss is {Name(last.Loss)} from step {records[first].Step:N0} on{before}. ")
            + "The rate is too high there, or data is bad.";
        var curve = finite >= FewestRecords ? new LossCurve(records) : null;
        return new(LossVerdictKind.Diverged, text, curve, double.NaN, double.NaN, double.NaN);

        static string Name(double loss) => double.IsNaN(loss) ? "NaN" : "infinite";
    }

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

}
