using LrGen.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace LrGen.Analyzers.Tests.Corpus;

/// <summary>
/// The real mistakes that show in the code around a schedule, written in C#: each gets the rule that its row names, and no other error or
/// warning. Those that are none stay silent.
/// </summary>
public class MistakeInCodeTests
{
    private static readonly Dictionary<string, string> s_code = new()
    {
        ["m10"] = "foreach (var group in optimizer.ParamGroups) group.LearningRate = Rates.Scaled(step) * batchSize / 256; optimizer.step();",
        ["m11"] = "foreach (var group in optimizer.ParamGroups) group.LearningRate = Rates.Scaled(step) * worldSize; optimizer.step();",
        ["m38"] = """
            var scheduler = torch.optim.lr_scheduler.ExponentialLR(optimizer, 0.99);
            foreach (var batch in batches)
            {
                foreach (var sample in batch) { loss(sample).backward(); scheduler.step(); }
                optimizer.step();
            }
            """,
        ["m39"] = """
            for (int epoch = 0; epoch < epochs; epoch++)
            {
                foreach (var batch in batches)
                {
                    foreach (var group in optimizer.ParamGroups) group.LearningRate = Rates.Epoch((int)step);
                    optimizer.step();
                    step++;
                }
            }
            """,
        ["m90"] = """
            for (int epoch = 0; epoch < epochs; epoch++)
            {
                for (int i = 0; i < perEpoch; i++)
                {
                    foreach (var group in optimizer.ParamGroups) group.LearningRate = Rates.Step(i);
                    optimizer.step();
                }
            }
            """,
        ["m100"] = """
            var scheduler = torch.optim.lr_scheduler.StepLR(optimizer, 30);
            for (int epoch = 0; epoch < epochs; epoch++) { scheduler.step(); optimizer.step(); }
            """,
        ["m101"] = """
            var scheduler = epochs > 0 ? torch.optim.lr_scheduler.StepLR(optimizer, 30) : null;
            foreach (var batch in batches)
            {
                loss(batch[0]).backward();
                if (scheduler != null) scheduler.step(); else optimizer.step();
            }
            """,
        ["m103"] = """
            var first = torch.optim.lr_scheduler.LinearLR(optimizer);
            var second = torch.optim.lr_scheduler.ExponentialLR(optimizer, 0.99);
            for (int epoch = 0; epoch < epochs; epoch++) { optimizer.step(); first.step(); second.step(); }
            """,
        ["m104"] = """
            var scheduler = torch.optim.lr_scheduler.StepLR(optimizer, 30);
            foreach (var batch in batches) { loss(batch[0]).backward(); optimizer.step(); }
            """,
        ["m106"] = """
            for (int epoch = 0; epoch < epochs; epoch++)
            {
                var scheduler = torch.optim.lr_scheduler.StepLR(optimizer, 30);
                optimizer.step();
                scheduler.step();
            }
            """,
        ["m107"] = """
            var scheduler = torch.optim.lr_scheduler.StepLR(optimizer, 30);
            optimizer = torch.optim.SGD(model.parameters(), 0.1);
            optimizer.load_state_dict("optimizer.dat");
            for (int epoch = 0; epoch < epochs; epoch++) { optimizer.step(); scheduler.step(); }
            """,
        ["m109"] = "var scheduler = torch.optim.lr_scheduler.LambdaLR(optimizer, epoch => Rates.Epoch(epoch)); foreach (var batch in batches) { optimizer.step(); scheduler.step(); }",
        ["m110"] = "var one = torch.optim.SGD(model.parameters(), 1); var scheduler = torch.optim.lr_scheduler.LambdaLR(one, epoch => Rates.Epoch(epoch)); foreach (var batch in batches) { one.step(); scheduler.step(); }",
        ["m111"] = "var other = torch.optim.SGD(model.parameters(), 0.01); foreach (var batch in batches) { other.ParamGroups.First().LearningRate = Rates.Step(step++); other.step(); }",
        ["m114"] = "var plateau = torch.optim.lr_scheduler.ReduceLROnPlateau(optimizer); foreach (var batch in batches) { optimizer.step(); plateau.step(); }",
        ["m115"] = """
            var plateau = torch.optim.lr_scheduler.ReduceLROnPlateau(optimizer);
            for (int epoch = 0; epoch < epochs; epoch++)
            {
                foreach (var batch in batches) { optimizer.step(); plateau.step(loss(batch[0]).item<float>()); }
            }
            """,
        ["m118"] = "double bleu = 0.5; var plateau = new Plateau(); plateau.Report(bleu);",
        ["m119"] = "double acc = 0.5; double metric = -acc; var plateau = new Plateau(); plateau.Report(metric); plateau.Report(-acc);",
        ["m122"] = """
            var decay = torch.optim.lr_scheduler.ExponentialLR(optimizer, 0.95);
            var plateau = torch.optim.lr_scheduler.ReduceLROnPlateau(optimizer);
            for (int epoch = 0; epoch < epochs; epoch++) { optimizer.step(); decay.step(); plateau.step(0.5); }
            """,
        ["m130"] = """
            optimizer.load_state_dict("optimizer.dat");
            foreach (var batch in batches)
            {
                foreach (var group in optimizer.ParamGroups) group.LearningRate = Rates.Step(step);
                optimizer.step();
                step++;
            }
            """,
        ["m133"] = "optimizer.ParamGroups.First().LearningRate = 0.01; optimizer.load_state_dict(\"optimizer.dat\"); foreach (var batch in batches) optimizer.step();",
        ["m134"] = "foreach (var group in optimizer.ParamGroups) group.LearningRate = 1e-4; optimizer.load_state_dict(\"optimizer.dat\"); foreach (var batch in batches) optimizer.step();",
        ["m140"] = """
            foreach (var batch in batches)
            {
                nn.functional.mse_loss(model.call(batch[0]), batch[1]).backward();
                if (++step % 8 == 0) { optimizer.step(); optimizer.zero_grad(); }
            }
            """,
        ["m150"] = "var adam = torch.optim.Adam(model.parameters()); var scheduler = torch.optim.lr_scheduler.CyclicLR(adam, 1e-4, 1e-3); foreach (var batch in batches) { adam.step(); scheduler.step(); }",
    };

    public static TheoryData<string> Ids => [.. s_code.Keys];

    [Theory, MemberData(nameof(Ids))]
    public async Task Mistake_gets_exactly_its_rule(string id)
    {
        string source = Source(s_code[id]);
        var compilation = Consumer.Compile(source);
        var (completed, _) = Consumer.Generate(compilation);
        Assert.Empty(completed.GetDiagnostics(TestContext.Current.CancellationToken).Where(d => d.Severity == DiagnosticSeverity.Error));
        var found = await Consumer.AnalyzeAsync(completed);
        // Of two mistakes the rows say that the type system, or the library, stops them: in TorchSharp it does so at run time.
        string expected = id switch
        {
            "m114" => "LRG080",
            "m150" => "LRG084",
            _ => Table.Mistakes.SingleOrDefault(m => m.Id == id)?["expected_rule"] ?? string.Empty,
        };
        Assert.Equal(expected.Length > 0, found.Any(d => d.Id == expected));
        Assert.True(found.All(d => d.Id == expected || d.Severity < DiagnosticSeverity.Warning), string.Join("\n", found));
    }

    [Fact]
    public void Every_row_about_code_has_code()
    {
        Assert.SkipWhen(Environment.GetEnvironmentVariable("LRGEN_CORPUS") is not null, "Another corpus has other rows.");
        var ofCode = Table.Mistakes.Where(m => m["expected_rule"].Length > 0 && !MistakeDeclaration.IsDeclared(m) && m["needs"].Contains('D', StringComparison.Ordinal));
        Assert.Empty(ofCode.Select(m => m.Id).Except(s_code.Keys));
    }

    private static string Source(string body) => $$"""
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using LrGen;
        using TorchSharp;
        using static TorchSharp.torch;

        static partial class Rates
        {
            [CosineDecay(0.1, steps: 10_000)]
            public static partial double Step(long step);

            [StepDecay(0.1, every: 30, factor: 0.1)]
            public static partial double Epoch(int epoch);

            [BatchScale(1_024), CosineDecay(0.1, steps: 10_000)]
            public static partial double Scaled(long step);
        }

        [ReduceOnPlateau(0.1)]
        partial struct Plateau;

        static class Program
        {
            static void Train(nn.Module<Tensor, Tensor> model, Func<Tensor, Tensor> loss, Tensor[][] batches, int epochs, int perEpoch, int batchSize, int worldSize)
            {
                long step = 0;
                var optimizer = torch.optim.SGD(model.parameters(), 0.1);
        {{body}}
            }
        }
        """;
}
