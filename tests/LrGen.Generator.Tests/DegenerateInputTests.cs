using System.Reflection;
using LrGen.Analyzers;
using LrGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace LrGen.Generator.Tests;

/// <summary>
/// Every row of the catalogue's table of degenerate inputs, where other systems divide by zero later, grow, change signs or go on in silence:
/// here each is one error that names the argument and its value, an exception that does the same, or the rates of one meaning.
/// </summary>
public sealed class DegenerateInputTests
{
    /// <summary>The declarations of the table, compiled together, each on a method and on a struct.</summary>
    private static readonly Lazy<Generated> s_refused = new(() => Compile<Refused>());

    private static readonly Lazy<Assembly> s_others = new(() => Compile<RefusedAtRunTime, Accepted>().Load());

    public static TheoryData<int, string> RefusedInputs => Indices<Refused>();

    public static TheoryData<int, string> RunTimeInputs => Indices<RefusedAtRunTime>();

    public static TheoryData<int, string> AcceptedInputs => Indices<Accepted>();

    [Theory]
    [MemberData(nameof(RefusedInputs))]
    public void Is_one_error_that_names_the_argument_and_its_value(int index, string declaration)
    {
        var refused = (Refused)DegenerateInputs.All[index];
        var type = s_refused.Value.Compilation.GetTypeByMetadataName("C" + index)!;
        foreach (var symbol in new ISymbol[] { type.GetMembers("M").Single(), type.GetTypeMembers("S").Single() })
        {
            var found = Messages(symbol);
            Assert.True(found is [var only] && only.StartsWith(refused.Id + ": ") && only.Contains(refused.Message), declaration + "\n" + string.Join("\n", found));
        }
    }

    [Theory]
    [MemberData(nameof(RunTimeInputs))]
    public void Is_refused_at_run_time_by_the_name_of_the_parameter(int index, string declaration)
    {
        var refused = (RefusedAtRunTime)DegenerateInputs.All[index];
        foreach (var (at, isStruct) in new[] { (Method(index, [refused.Value]), false), (Struct(index, [refused.Value]).At, true) })
        {
            var exception = Record.Exception(() => at(3));
            exception = exception is TargetInvocationException wrapped ? wrapped.InnerException : exception;
            var refusal = Assert.IsType<ArgumentOutOfRangeException>(exception);
            Assert.Equal((isStruct ? Pascal(refused.Parameter) : refused.Parameter, refused.Value), (refusal.ParamName, refusal.ActualValue));
            Assert.Contains("[", refusal.Message);
        }

        Assert.NotEmpty(declaration);
    }

    [Theory]
    [MemberData(nameof(AcceptedInputs))]
    public void Has_the_rates_of_the_one_meaning(int index, string declaration)
    {
        var accepted = (Accepted)DegenerateInputs.All[index];
        double[] values = [.. accepted.RunTime.Select(r => r.Value)];
        var schedule = Struct(index, values);
        var method = Method(index, values);
        foreach (var (step, rate) in accepted.Rates)
        {
            Assert.True(Math.Abs(rate - schedule.At(step)) <= 1e-15, FormattableString.Invariant($"{declaration}: {schedule.At(step):R} at {step} instead of {rate:R}"));
            Assert.Equal(schedule.At(step), method(step));
        }

        // The value at 0 before the start (design 1.2), a number wherever somebody asks, and never below 0.
        Assert.Equal(schedule.At(0), schedule.At(-7));
        foreach (long step in new[] { 1_000L, 1_000_000, long.MaxValue })
            Assert.InRange(schedule.At(step), 0, double.PositiveInfinity);
    }

    [Fact]
    public void Every_row_of_the_catalogue_is_here() => Assert.Equal(DegenerateInputs.Rows, DegenerateInputs.All.Select(d => d.Row).Distinct());

    [Fact]
    public void Every_row_has_an_error_and_the_same_at_run_time()
    {
        var all = DegenerateInputs.All;
        Assert.Equal(DegenerateInputs.Rows, all.OfType<Refused>().Select(d => d.Row).Distinct());
        Assert.Equal(DegenerateInputs.Rows.Except(DegenerateInputs.NeverAtRunTime), all.OfType<RefusedAtRunTime>().Select(d => d.Row).Distinct());
    }

    private static List<string> Messages(ISymbol symbol) =>
    [
        .. ScheduleAnalyzer.Errors(symbol, s_refused.Value.Compilation, default).Select(e => ScheduleDiagnostic.Create(e, symbol, default))
            .Select(d => d.Id + ": " + d.GetMessage(null)),
    ];

    private static TheoryData<int, string> Indices<T>()
    {
        var data = new TheoryData<int, string>();
        foreach (int i in OldestCompiler.Rows(Enumerable.Range(0, DegenerateInputs.All.Count)))
        {
            if (DegenerateInputs.All[i] is T)
                data.Add(i, DegenerateInputs.All[i].ToString());
        }

        return data;
    }

    private static Generated Compile<T>() => Compile<T, T>();

    private static Generated Compile<T1, T2>() =>
        Generated.From(string.Join("\n", DegenerateInputs.All.Select((d, i) => d is T1 or T2 ? Source(d, i) : "")));

    private static string Source(Degenerate input, int index)
    {
        string[] parameters = input switch
        {
            RefusedAtRunTime refused => [refused.Parameter],
            Accepted accepted => [.. accepted.RunTime.Select(r => r.Parameter)],
            _ => [],
        };
        return $$"""
            public static partial class C{{index}}
            {
                [{{input.Attributes}}]
                public static partial double M(long step{{string.Concat(parameters.Select(p => ", double @" + p))}});

                [{{input.Attributes}}]
                public readonly partial record struct S({{string.Join(", ", parameters.Select(p => "double " + Pascal(p)))}});
            }
            """;
    }

    private static Func<long, double> Method(int index, double[] values)
    {
        var method = s_others.Value.GetType("C" + index)!.GetMethod("M")!;
        return step => (double)method.Invoke(null, [step, .. values.Cast<object>()])!;
    }

    private static ISchedule Struct(int index, double[] values) =>
        (ISchedule)Activator.CreateInstance(s_others.Value.GetType("C" + index + "+S")!, [.. values.Cast<object>()])!;

    private static string Pascal(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}
