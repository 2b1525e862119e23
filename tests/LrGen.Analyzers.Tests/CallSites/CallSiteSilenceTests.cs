using LrGen.Analyzers.CallSites;
using LrGen.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LrGen.Analyzers.Tests.CallSites;

/// <summary>Where there is nothing to say about code, and where it is cut off.</summary>
public class CallSiteSilenceTests
{
    private static readonly int s_cuts = LongRun.Size(full: 120, quick: 12);

    [Fact]
    public Task Good_programs_get_no_diagnostic_and_compile() => AnalyzerRun.VerifyAsync(GoodPrograms.Source);

    [Fact]
    public async Task Good_programs_cut_anywhere()
    {
        var compilation = Consumer.Compile(GoodPrograms.Source);
        for (int i = 0; i < s_cuts; i++)
        {
            var cut = compilation.ReplaceSyntaxTree(
                compilation.SyntaxTrees[0], CSharpSyntaxTree.ParseText(GoodPrograms.Source[..(GoodPrograms.Source.Length * i / s_cuts)],
                    path: "Source.cs", cancellationToken: TestContext.Current.CancellationToken));
            Assert.DoesNotContain(await Consumer.AnalyzeAsync(Consumer.Generate(cut).Completed), d => d.Id == "AD0001");
        }
    }

    /// <summary>Types with TorchSharp's names in another assembly are not TorchSharp's.</summary>
    [Fact]
    public async Task Another_library_of_the_same_names()
    {
        const string Source = """
            using TorchSharp;

            var optimizer = torch.optim.SGD(null, 1e6);
            var scheduler = torch.optim.lr_scheduler.ReduceLROnPlateau(optimizer);
            scheduler.step();

            namespace TorchSharp
            {
                public static class torch
                {
                    public static class optim
                    {
                        public class Optimizer;

                        public static Optimizer SGD(object parameters, double learningRate) => new Optimizer();

                        public static class lr_scheduler
                        {
                            public class LRScheduler { public void step() { } }

                            public static LRScheduler ReduceLROnPlateau(Optimizer optimizer) => new LRScheduler();
                        }
                    }
                }
            }
            """;
        var own = Consumer.Compile(Source).WithReferences(Consumer.References).WithOptions(new CSharpCompilationOptions(OutputKind.ConsoleApplication));
        Assert.Empty(own.GetDiagnostics(TestContext.Current.CancellationToken).Where(d => d.Severity == DiagnosticSeverity.Error));
        Assert.Empty(await Consumer.AnalyzeAsync(own));
    }

    /// <summary>TorchSharp alone: the rules about its own calls speak, and those that need LrGen's attributes do not.</summary>
    [Fact]
    public async Task Project_with_TorchSharp_and_without_LrGen()
    {
        const string Source = """
            using TorchSharp;

            static class Program
            {
                static void Train(torch.nn.Module<torch.Tensor, torch.Tensor> model)
                {
                    var optimizer = torch.optim.SGD(model.parameters(), 1e6);
                    var plateau = torch.optim.lr_scheduler.ReduceLROnPlateau(optimizer);
                    plateau.step();
                }
            }
            """;
        var compilation = Consumer.Compile(Source);
        compilation = compilation.RemoveReferences(compilation.References.Where(r => r.Display!.EndsWith("LrGen.dll", StringComparison.Ordinal)));
        Assert.Equal(["LRG080"], (await Consumer.AnalyzeAsync(compilation)).Select(d => d.Id));
    }

    /// <summary>Where neither is referenced nothing is registered.</summary>
    [Fact]
    public void Project_with_neither()
    {
        var compilation = CSharpCompilation.Create("Plain", references: Basic.Reference.Assemblies.Net80.References.All);
        Assert.Null(KnownSymbols.Of(compilation, new AnalyzerOptions([])));
        Assert.NotNull(KnownSymbols.Of(Consumer.Compile(""), new AnalyzerOptions([])));
    }
}
