using System.Collections.Immutable;
using LrGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LrGen.Analyzers.CallSites;

/// <summary>Two schedules that set the rate of one optimizer in turn.</summary>
internal sealed partial class TwoSchedules : CallSiteRule
{
    private static readonly DiagnosticDescriptor s_rule = new(
        RuleIds.TwoSchedules, "Two schedules drive one optimizer", "{0}",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RuleIds.HelpLink(RuleIds.TwoSchedules));

    public override DiagnosticDescriptor Descriptor => s_rule;

    public override void Check(Body body, Action<Diagnostic> report)
    {
        if (body.SchedulerSteps.Count + body.RateWrites.Count < 2)
            return;
        var writers = Writers(body).OrderBy(w => w.Operation.Start()).ToList();
        var reported = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        for (int second = 1; second < writers.Count; second++)
        {
            for (int first = 0; first < second; first++)
            {
                var (a, b) = (writers[first], writers[second]);
                // Two schedulers are seen across methods.
                if (a.Write is null && b.Write is null)
                    continue;
                if (Same(a.Optimizer, b.Optimizer) && !Same(a.Source, b.Source) && IsSameGroup(a.Group, b.Group)
                    && AreInOneLoop(a.Operation, b.Operation) && reported.Add(b.Source))
                    report(WithWaysOut(a, b, writers.Count(w => Same(w.Optimizer, b.Optimizer)) == 2, body));
            }
        }
    }

    /// <summary>The diagnostic with what can be done; of more than two writers a person has to say which of them are meant.</summary>
    private static Diagnostic WithWaysOut(RateWriter a, RateWriter b, bool areAll, Body body)
    {
        var properties = ImmutableDictionary<string, string?>.Empty;
        var places = new List<Location> { a.Operation.Syntax.GetLocation() };
        if (areAll && ReplacedRate.Of(a, b, body) is var (replaced, scheduler))
        {
            properties = replaced;
            if (scheduler is not null)
                places.Add(scheduler.Syntax.GetLocation());
            // The first is what the second replaces: both have been meant for one update.
            if (a.Write is { } first && b.Write is { } second && !replaced.ContainsKey(ReplacedRate.IsSecondKey))
                properties = properties.AddRange(ScheduleComposition.Of(first, second, body));
        }

        return Diagnostic.Create(s_rule, b.Operation.Syntax.GetLocation(), places, properties, Message(b.Optimizer.Name, a.Name, b.Name));
    }

    private static string Message(string optimizer, string first, string second) => "The rate of '" + optimizer + "' is set by " + first + " and by " + second
        + " in the same loop, and what the one sets the other undoes; make them one declaration, with phases, [Warmup] or [Use]";

    private static IEnumerable<RateWriter> Writers(Body body)
    {
        foreach (var write in body.RateWrites)
        {
            // A product with what the group has is one on purpose.
            if (write is { Optimizer: { } optimizer, Group.Length: > 0, Operation: ISimpleAssignmentOperation } && !ReadsRate(write.Value)
                && body.UsesBehind(write.Value).Select(u => u.Target).Distinct().ToList() is [var target])
            {
                yield return new RateWriter(write.Operation, optimizer, write.Group, target.Symbol, "'" + target.Symbol.Name + "'") { Write = write };
            }
        }

        foreach (var step in body.SchedulerSteps)
        {
            if (body.CreationOf(step.Variable, body.Schedulers) is { Optimizer: { } optimizer } scheduler)
                yield return new RateWriter(step.Call, optimizer, "*", step.Variable!, "TorchSharp's " + scheduler.Kind);
        }
    }

    private static bool ReadsRate(IOperation value) =>
        value.DescendantsAndSelf().Any(o => o is IPropertyReferenceOperation { Property.Name: "LearningRate" or "InitialLearningRate" });

    private static bool IsSameGroup(string a, string b) => a == b || a == "*" || b == "*";

    /// <summary>Whether two operations run in turn: in one loop, or the one in a loop inside that of the other, and neither instead of the other.</summary>
    private static bool AreInOneLoop(IOperation a, IOperation b)
    {
        if (Turn(a) is not { } loopA || Turn(b) is not { } loopB)
            return false;
        var outer = ReferenceEquals(loopA, loopB) || loopB.IsIn(loopA) ? loopA : loopA.IsIn(loopB) ? loopB : null;
        // An operation in a branch can be the one before a warm-up ends, and the other the one after it.
        return outer is not null && ReferenceEquals(a.Branch(outer), b.Branch(outer));
    }

    /// <summary>The loop whose rounds an operation is a part of; a loop over the groups of an optimizer is none.</summary>
    private static ILoopOperation? Turn(IOperation operation) => operation.Loops().FirstOrDefault(l => !IsOverGroups(l));

    internal static bool IsOverGroups(ILoopOperation loop) => loop is IForEachLoopOperation forEach
        && forEach.Collection.DescendantsAndSelf().Any(o => o is IPropertyReferenceOperation { Property.Name: "ParamGroups" }
        || o is ILocalReferenceOperation { Local.Name: "groups" });
}
