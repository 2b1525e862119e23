using LrGen.Analyzers;
using LrGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis.CSharp;

namespace LrGen.Generator.Tests;

/// <summary>Classes that cannot become optimizers: one error that says why, and code that compiles or none at all.</summary>
public sealed class OptimizerErrorTests
{
    private const string Error = "has errors; see the LRG diagnostics";

    /// <summary>A declaration, the rule of its one error, a part of the message, and whether there are members that throw.</summary>
    public static TheoryData<string, string, string, bool> Wrong => new()
    {
        // What the class is.
        { "[Constant(0.1)] public partial class X { }", "LRG009", "'X' is a class without an update rule; add one, such as [Adam] or [Sgd], or make it a partial struct", false },
        { "[Adam, Constant(0.1)] public partial record X { }", "LRG009", "'X' is a record, whose copies would share the state of the optimizer; make it a class", false },
        { "[Adam, Constant(0.1)] public static partial class X { }", "LRG009", "'X' is static, but an optimizer has state; remove 'static'", false },
        { "[Adam, Constant(0.1)] public class X { }", "LRG001", "'X'", false },
        { "public class Outer { [Adam, Constant(0.1)] public partial class X { } }", "LRG001", "'Outer'", false },
        { "[Adam, Constant(0.1)] file partial class X { }", "LRG004", "'X'", false },
        { "[Adam, Constant(0.1)] public partial class Step { }", "LRG009", "'Step' has the name of a member that LrGen writes into it", false },
        { "[Adam, Constant(0.1)] public partial class X { public int Rate => 1; }", "LRG009", "'X' declares a member 'Rate', which LrGen writes; give it another name", false },
        { "[Adam, Constant(0.1)] public partial class X { private void Save() { } }", "LRG009", "'X' declares a member 'Save', which LrGen writes", false },
        { "[Adam, Constant(0.1)] public partial class X { public void Evaluate() { } }", "LRG009", "'X' declares a member 'Evaluate', which LrGen writes", false },
        { "[Adam, Constant(0.1)] public partial class X { public int MomentumAt => 1; }", "LRG009", "'X' declares a member 'MomentumAt', which LrGen writes", false },
        { "public class B { public long Step; } [Adam, Constant(0.1)] public partial class X : B { }", "LRG009", "'X' inherits a member 'Step' from 'B'", false },
        { "[Sgd, Constant(0.1)] public partial class B { } [Adam, Constant(0.1)] public partial class X : B { }", "LRG009", "'X' derives from the optimizer 'B'", false },
        { "[Adam, ReduceOnPlateau(0.1)] public partial class X { }", "LRG009", "'X' is an optimizer, and [ReduceOnPlateau] is for partial structs", false },
        { "[Adam] public partial class X { } [Constant(0.1)] public partial class X { }", "LRG005", "on several parts of 'X'", true },

        // What it is to do.
        { "[Adam, Sgd, Constant(0.1)] public partial class X { }", "LRG005", "[Adam] and [Sgd] are two update rules; keep one", true },
        { "[Adam] public partial class X { }", "LRG005", "[Adam] has no learning rate; add a schedule, for example [Constant(…)] or [CosineDecay(…)]", true },
        { "[Sgd, Constant(0.9, Quantity = Quantity.Momentum)] public partial class X { }", "LRG005", "[Sgd] has no learning rate", true },
        { "[Adam, Warmup(5)] public partial class X { }", "LRG005", "[Warmup] stands alone", true },
        { "[Adam, Constant(0.1), Constant(0.9, Quantity = Quantity.Momentum)] public partial class X { }", "LRG005", "[Adam] has no Momentum to schedule; what moves against its rate is Beta1: write Quantity = Quantity.Beta1", true },
        { "[Sgd, Constant(0.1), Constant(0.9, Quantity = Quantity.Beta1)] public partial class X { }", "LRG005", "[Sgd] has no Beta1 to schedule; what moves against its rate is Momentum: write Quantity = Quantity.Momentum", true },
        { "[Sgd, Constant(0.1), Constant(0.9, Quantity = Quantity.Epsilon)] public partial class X { }", "LRG005", "[Sgd] has no Epsilon to schedule", true },
        { "[Adamax, Constant(0.1), Constant(0.9, Quantity = Quantity.Dampening)] public partial class X { }", "LRG005", "[Adamax] has no Dampening to schedule", true },
        { "[Adadelta, Constant(1), Constant(0.9, Quantity = Quantity.Beta1)] public partial class X { }", "LRG005", "[Adadelta] has no Beta1 to schedule; remove the attribute, or take another update rule", true },
        { "[Lion, Constant(1), Constant(0.9, Quantity = Quantity.Epsilon)] public partial class X { }", "LRG005", "[Lion] has no Epsilon to schedule", true },
        { "[Sgd(Momentum = 0.9), Constant(0.1), Constant(0.9, Quantity = Quantity.Momentum)] public partial class X { }", "LRG005", "'Momentum' is scheduled by an attribute of this class; leave it out here", true },
        { "[RmsProp(Alpha = 0.9), Constant(0.1), Constant(0.9, Quantity = Quantity.Beta2)] public partial class X { }", "LRG005", "'Alpha' is scheduled by an attribute of this class", true },
        { "[Adam(Epsilon = 1), Constant(0.1), Constant(0.9, Quantity = Quantity.Epsilon)] public partial class X { }", "LRG005", "'Epsilon' is scheduled by an attribute of this class", true },

        // Numbers that are no hyperparameters.
        { "[Sgd(Momentum = 1), Constant(0.1)] public partial class X { }", "LRG005", "'Momentum' is 1; it has to be from 0 to below 1", true },
        { "[Sgd(Momentum = -0.1), Constant(0.1)] public partial class X { }", "LRG005", "'Momentum' is -0.1; it has to be from 0 to below 1", true },
        { "[Sgd(Momentum = 0.9, Dampening = 1), Constant(0.1)] public partial class X { }", "LRG005", "'Dampening' is 1; it has to be from 0 to below 1", true },
        { "[Sgd(Nesterov = true), Constant(0.1)] public partial class X { }", "LRG005", "Nesterov's momentum needs a momentum; add Momentum = 0.9", true },
        { "[Sgd(Momentum = 0.9, Dampening = 0.1, Nesterov = true), Constant(0.1)] public partial class X { }", "LRG005", "Nesterov's momentum has no dampening; leave it out", true },
        { "[Adam(Beta1 = 1.5), Constant(0.1)] public partial class X { }", "LRG005", "'Beta1' is 1.5; it has to be from 0 to below 1", true },
        { "[AdamW(Beta2 = double.NaN), Constant(0.1)] public partial class X { }", "LRG005", "'Beta2' is NaN; it has to be from 0 to below 1", true },
        { "[AdamW(WeightDecay = -1), Constant(0.1)] public partial class X { }", "LRG005", "'WeightDecay' is -1; it has to be 0 or above", true },
        { "[Adam(Epsilon = -1e-8), Constant(0.1)] public partial class X { }", "LRG005", "'Epsilon' is -1E-08; it has to be 0 or above", true },
        { "[Adam(Epsilon = double.PositiveInfinity), Constant(0.1)] public partial class X { }", "LRG005", "'Epsilon' is Infinity; it has to be 0 or above", true },
        { "[NAdam(MomentumDecay = -1), Constant(0.1)] public partial class X { }", "LRG005", "'MomentumDecay' is -1; it has to be 0 or above", true },
        { "[Adagrad(RateDecay = -1), Constant(0.1)] public partial class X { }", "LRG005", "'RateDecay' is -1; it has to be 0 or above", true },
        { "[Adagrad(InitialAccumulator = -1), Constant(0.1)] public partial class X { }", "LRG005", "'InitialAccumulator' is -1; it has to be 0 or above", true },
        { "[Adadelta(Rho = 1), Constant(0.1)] public partial class X { }", "LRG005", "'Rho' is 1; it has to be from 0 to below 1", true },
        { "[RmsProp(Alpha = 2), Constant(0.1)] public partial class X { }", "LRG005", "'Alpha' is 2; it has to be from 0 to below 1", true },
        { "[Sgd(ClipNorm = 0), Constant(0.1)] public partial class X { }", "LRG005", "'ClipNorm' is 0; it has to be above 0", true },
        { "[Sgd(ClipValue = -1), Constant(0.1)] public partial class X { }", "LRG005", "'ClipValue' is -1; it has to be above 0", true },
        { "[Sgd(AccumulationSteps = 0), Constant(0.1)] public partial class X { }", "LRG005", "'AccumulationSteps' is 0; it has to be a whole number from 1 to 1,000,000", true },
        { "[Sgd(AccumulationSteps = 1.5), Constant(0.1)] public partial class X { }", "LRG005", "'AccumulationSteps' is 1.5; it has to be a whole number", true },
        { "[Sgd, Constant(-1)] public partial class X { }", "LRG010", "'rate' is -1", true },
        { "[Sgd, Constant(0.1), Constant(1, Quantity = Quantity.Dampening)] public partial class X { }", "LRG019", "'rate' is 1; the dampening has to be from 0 to below 1", true },
        { "[Adam, Constant(0.1), Constant(-1, Quantity = Quantity.Epsilon)] public partial class X { }", "LRG019", "'rate' is -1; the epsilon has to be 0 or above", true },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Is_one_error_and_nothing_else(string source, string id, string message, bool hasStubs)
    {
        var generated = Generated.From(source);
        Assert.Equal([id], Messages(generated).Select(m => m[..6]).Distinct());
        Assert.Contains(message, Assert.Single(Messages(generated)));
        generated.AssertClean();
        Assert.Equal(hasStubs, generated.Sources.Any(s => s.SourceText.ToString().Contains(Error)));
    }

    [Theory]
    [InlineData(LanguageVersion.CSharp10, Framework.Net10, "'X' needs C# 11 or later; this project uses C# 10.0 (set <LangVersion> in the project file)")]
    [InlineData(LanguageVersion.CSharp9, Framework.Net8, "'X' needs C# 11 or later; this project uses C# 9.0")]
    [InlineData(LanguageVersion.Latest, Framework.NetStandard, "'X' is an optimizer, which needs .NET 8 or later (set <TargetFramework> in the project file)")]
    public void Needs_a_language_and_a_framework(LanguageVersion language, Framework framework, string message)
    {
        var generated = Generated.From(
            "[Adam, Constant(0.1)] public sealed partial class X { }", new ConsumerOptions { Language = language, Framework = framework });
        Assert.Contains(message, Assert.Single(Messages(generated)));
        Assert.Empty(generated.AssertClean().Sources);
    }

    /// <summary>Members that throw stand in for an optimizer, whatever its rule, so that its users compile.</summary>
    [Fact]
    public void Members_of_an_optimizer_with_errors_throw()
    {
        var type = Generated.From("[Adam(Beta1 = 2), Constant(0.1)] public sealed partial class X { }").Load().GetType("X")!;
        var optimizer = (IOptimizer)Activator.CreateInstance(type)!;
        foreach (var use in new Action[] { () => _ = optimizer.Step, () => optimizer.Update(), () => optimizer.Update([1f], [1f]), () => _ = optimizer.Parameters })
            Assert.Contains(Error, Assert.Throws<InvalidOperationException>(use).Message);
    }

    /// <summary>What looks odd and is right.</summary>
    [Theory]
    [InlineData("[Sgd, Constant(0.1), Constant(0.5, Quantity = Quantity.Other), Constant(64, Quantity = Quantity.BatchSize)] public partial class X { }")]
    [InlineData("[Sgd(Nesterov = true), Constant(0.1), Constant(0.9, Quantity = Quantity.Momentum)] public partial class X { }")]
    [InlineData("[Sgd(Nesterov = true), Constant(0.1)] public partial class X { private readonly double momentum = 0.9; }")]
    [InlineData("public class B { private int Step; public virtual int M() => Step++; } [Adam, Constant(0.1)] public partial class X : B { public override int M() => 2; }")]
    [InlineData("[Adam, Constant(0.1)] public partial class Rule { }")]
    [InlineData("[Adam, Constant(0.1)] public partial class _core { }")]
    [InlineData("[Adam, Constant(0.1)] public partial class X<Rule, T> { }")]
    [InlineData("[AdamW(Epsilon = 0, Beta1 = 0, Beta2 = 0, WeightDecay = 0), Constant(0.1)] public partial class X { }")]
    [InlineData("[Adam, Constant(0.1)] public abstract partial class X { public abstract void M(); }")]
    public void Compiles(string source)
    {
        var generated = Generated.From("#pragma warning disable CS0414\n" + source).AssertClean();
        Assert.Empty(Messages(generated));
        Assert.DoesNotContain(Error, Assert.Single(generated.Sources).SourceText.ToString());
    }

    /// <summary>The errors of all classes of the source.</summary>
    private static List<string> Messages(Generated generated) =>
    [
        .. generated.Compilation.GetSymbolsWithName(_ => true, Microsoft.CodeAnalysis.SymbolFilter.Type).SelectMany(symbol =>
            ScheduleAnalyzer.Errors(symbol, generated.Compilation, default).Select(e => ScheduleDiagnostic.Create(e, symbol, default)))
            .Select(d => d.Id + ": " + d.GetMessage(null)),
    ];
}
